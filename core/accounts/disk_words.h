// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

//! Whether the disk keeps a thief from reading the shop's file, in one sentence. Translated.
struct DiskWords {
    bool warns; //!< it does not, or nobody knows
    QString sentence;
};

//! Of the disk where the file lies or is going to (storage/disk_encryption.h). Milliseconds.
DiskWords diskWords(const QString &shopFile);

} // namespace thimblely
