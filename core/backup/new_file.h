// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

namespace thimblely::backup {

//! A shop's file that is being made under another name: half of one leaves nothing behind.
class NewFile {
public:
    explicit NewFile(const QString &path);
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    const QString &making() const { return m_making; }
    //! Gives it its name, after every connection is closed; Conflict "storage.exists" where there is one by now.
    Result<void> keep();

private:
    void clear() const;
    QString m_path;
    QString m_making;
};

} // namespace thimblely::backup
