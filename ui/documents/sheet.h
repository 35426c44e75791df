// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/documents/barcode.h"
#include "ui/theme/roles.h"

#include <QPainter>
#include <QString>

#include <functional>
#include <vector>

namespace thimblely::ui {

//! The faces of paper; sizes in points.
enum class Face {
    Small,  //!< 7.5
    Body,   //!< 9
    Strong, //!< 9/600
    Large,  //!< 12/600
    Sum,    //!< 15/600
    Title,  //!< 20/600
    Name,   //!< 34/600, to be read across the room
    Number, //!< 52/600, the same
};

//! Where a text stands in its column: at its beginning, its end, or centred; mirrored where the paper is.
enum class Side { Leading, Centre, Trailing };

//! A column of a row, in millimetres from the leading edge of the printed area.
struct Cell {
    double from;
    double width;
    QString text;
    Face face = Face::Body;
    Side side = Side::Leading;
    Role role = Role::Text;
    bool fits = false; //!< one line, in smaller letters where it is too wide: what is broken in two is misread
};

/*!
 * A paper being written from top to bottom: rows of wrapped text, lines, bar codes; it goes to the next page by itself
 * and never cuts a row in two. Lengths are millimetres, whatever the device. One thread at a time, any thread.
 */
class Sheet {
public:
    struct Look {
        Qt::LayoutDirection direction = Qt::LeftToRight;
        double margin = 15;
        double footHeight = 0; //!< kept free on each page for the foot
        bool endless = false;  //!< a roll: one page of any length
    };
    //! Called for each page that begins after the first, before anything is written on it.
    using PageHead = std::function<void(Sheet &)>;

    //! `nextPage` of a roll is never called.
    Sheet(QPaintDevice &device, const Look &look, std::function<void()> nextPage);

    double width() const { return m_width; } //!< of the printed area
    double y() const { return m_y; }         //!< of the next row, from the top of the paper
    int page() const { return m_page; }
    void setPageHead(PageHead head) { m_head = std::move(head); }
    void setFoot(PageHead foot) { m_foot = std::move(foot); }
    //! Across this page and each that follows, in letters that leave what is written readable.
    void setWatermark(const QString &text);

    void space(double millimetres);
    //! Starts a new page unless as much room is left.
    void need(double millimetres);
    void row(const std::vector<Cell> &cells);
    void text(const QString &text, Face face = Face::Body, Side side = Side::Leading, Role role = Role::Text);
    void line();
    //! The seam above a total.
    void stitch(double from, double width);
    //! A text in white on a black field as wide as the paper.
    void band(const QString &text, Face face);
    //! The rose thread at the head of a paper.
    void thread();
    void barcode(const Barcode &code, double height, double module = 0.33);
    //! At the leading edge, so many millimetres wide with its quiet zone.
    void square(const SquareCode &code, double size);
    //! Writes the last foot.
    void finish();

    //! At a fixed height; moves nothing. For heads and feet.
    void rowAt(double y, const std::vector<Cell> &cells);
    double pageHeight() const { return m_height; }

private:
    double px(double millimetres) const { return millimetres * m_dots; }
    QFont fontFor(const Cell &cell) const;
    double ascentOf(const Cell &cell) const;
    //! Cells of a row share one base line.
    double highestAscent(const std::vector<Cell> &cells) const;
    double heightOf(const Cell &cell);
    double drawCell(double y, const Cell &cell, bool draws);
    QRectF placed(double from, double y, double width, double height) const;
    void newPage();
    void drawWatermark();

    QPaintDevice &m_device;
    std::function<void()> m_nextPage;
    QPainter m_painter;
    const Look m_look;
    double m_dots; // device dots a millimetre
    double m_width;
    double m_height;
    double m_y;
    int m_page = 1;
    PageHead m_head;
    PageHead m_foot;
    QString m_watermark;
};

} // namespace thimblely::ui
