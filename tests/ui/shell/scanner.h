// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/ui/shell/open_program.h"

#include <QWindow>

#include <array>

namespace thimblely::test {

//! What the keys 1 to 0 type on a keyboard, and, last, what P types: a scanner is a keyboard, and types by places.
inline const QString englishKeys = QStringLiteral("1234567890P");
inline const QString frenchKeys = QStringLiteral("&é\"'(-è_çàp"); // AZERTY
inline const QString arabicKeys = QStringLiteral("١٢٣٤٥٦٧٨٩٠ح");

//! A scanner at the window: types a code and Enter faster than anybody can, whatever the layout of the keyboard.
class Scanner {
public:
    explicit Scanner(OpenProgram &shop) : m_shop(shop) {}

    void scan(const QString &code, const QString &layout = englishKeys)
    {
        const QString digits = QStringLiteral("1234567890");
        for (const QChar c : code) {
            const qsizetype digit = digits.indexOf(c);
            key(placeOf(c), digit >= 0 ? layout.mid(digit, 1) : layout.right(1), Qt::Key_unknown);
        }
        key(36, QStringLiteral("\r"), Qt::Key_Return);
        m_now += 1000;
    }

private:
    //! The key codes of X11 and Wayland, row by row.
    static quint32 placeOf(QChar c)
    {
        static const std::array rows{
            std::pair(10, QStringLiteral("1234567890")), std::pair(24, QStringLiteral("QWERTYUIOP")),
            std::pair(38, QStringLiteral("ASDFGHJKL")), std::pair(52, QStringLiteral("ZXCVBNM"))};
        for (const auto &[first, keys] : rows) {
            if (const qsizetype at = keys.indexOf(c); at >= 0)
                return quint32(first + at);
        }
        qFatal("no scanner types %s", qPrintable(QString(c)));
    }
    void key(quint32 place, const QString &text, int key)
    {
        m_now += 8;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, place, 0, 0, text);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(m_shop.program->windowHandle(), &event);
        }
    }

    OpenProgram &m_shop;
    inline static quint64 m_now = 1000; // of the computer: no scanner turns it back
};

} // namespace thimblely::test
