// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblectl {

//! A shop's file that is being made: removed again with what SQLite lays beside it, unless it is kept. A file that was
//! there before is none of its business.
class NewFile {
public:
    explicit NewFile(const QString &path);
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    void keep() { m_isOurs = false; }

private:
    const QString m_path;
    bool m_isOurs;
};

} // namespace thimblectl
