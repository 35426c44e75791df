// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

namespace thimblely::ui {

//! Fixed figures of the frame, px at 100 %; heights from 36 up hold their text at 130 % and do not grow.
namespace metric {
inline constexpr int Radius = 6;
inline constexpr int Input = 40;
inline constexpr int Button = 44;
inline constexpr int ButtonSmall = 36;
inline constexpr int ButtonPay = 56;
inline constexpr int Touch = 44;
inline constexpr int Icon = 22;
inline constexpr int IconSmall = 18;
inline constexpr int Shape = 14;
inline constexpr int Bar = 3; //!< accent bar of what is selected
inline constexpr int RingWidth = 2;
inline constexpr int RingGap = 2;
inline constexpr int PanePadding = 16;
inline constexpr int Row = 36;
inline constexpr int RowTouch = 44;
inline constexpr int RowTwoLine = 56;
inline constexpr int Top = 56;
inline constexpr int NavWide = 168;
inline constexpr int NavNarrow = 56;
inline constexpr int NarrowBelow = 1200; //!< window width under which the frame collapses
} // namespace metric

/*!
 * Colours, fonts and sizes of the whole program, one per application; GUI thread only.
 * Nothing is stored here: the caller keeps scheme and text size and sets them at start.
 */
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme &instance();

    //! Loads the bundled fonts and gives the QApplication its style, palette, font and focus ring. Once, at start.
    void install();

    QColor color(Role role) const { return colorOf(role, m_dark); }
    QFont font(TextStyle style) const;
    //! Height of one line of text: 1.4 of the size, 1.6 where the language is written in Arabic or Devanagari.
    int lineHeight(TextStyle style) const;
    //! `at100` scaled with the text size, rounded; for what must grow with its text.
    int px(int at100) const { return (at100 * m_textSizePercent + 50) / 100; }
    //! A row or control of `at100` px that holds `lines` of text: grows only as far as its text needs.
    int boxHeight(int at100, std::initializer_list<TextStyle> lines) const;

    bool isDark() const { return m_dark; }
    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    //! 100, 115 or 130; the nearest of these is taken.
    void setTextSizePercent(int percent);
    int textSizePercent() const { return m_textSizePercent; }

    QPalette palette() const;

Q_SIGNALS:
    //! Colours or text size: repaint and lay out again.
    void changed();

private:
    Theme();
    void refresh();
    bool wantsDark() const;

    Scheme m_scheme = Scheme::System;
    int m_textSizePercent = 100;
    bool m_dark = false;
    bool m_systemDark = false;
    bool m_installed = false;
};

} // namespace thimblely::ui
