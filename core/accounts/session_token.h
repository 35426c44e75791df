// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely {

/*!
 * 32 random bytes by which a window is known to be the one that somebody signed in at. They stay in that window's memory;
 * the file has their SHA-256, from which nobody makes them. Not to be shown, logged or written anywhere.
 */
class SessionToken {
public:
    static SessionToken make();
    //! 32 bytes, as auth_sessions keeps them.
    QByteArray hash() const;

private:
    explicit SessionToken(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    QByteArray m_bytes;
};

} // namespace thimblely
