// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/sheet.h"

#include <QTextLayout>

#include <cmath>

namespace thimblely::ui {

namespace {

struct FaceSpec {
    double points;
    bool strong;
};

FaceSpec specOf(Face face)
{
    switch (face) {
    case Face::Small:
        return {7.5, false};
    case Face::Body:
        return {9, false};
    case Face::Strong:
        return {9, true};
    case Face::Large:
        return {12, true};
    case Face::Sum:
        return {15, true};
    case Face::Title:
        return {20, true};
    case Face::Name:
        return {34, true};
    case Face::Number:
        return {52, true};
    }
    Q_UNREACHABLE();
}

//! The fonts of the window (Theme::font), which only its thread may ask for.
QFont fontOf(Face face)
{
    const FaceSpec spec = specOf(face);
    QFont font;
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans Devanagari")});
    font.setPointSizeF(spec.points);
    font.setWeight(spec.strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

constexpr double rowGap = 1.2;
constexpr double hairline = 0.18;

} // namespace

Sheet::Sheet(QPaintDevice &device, const Look &look, std::function<void()> nextPage)
    : m_device(device), m_nextPage(std::move(nextPage)), m_painter(&device), m_look(look),
      m_dots(device.logicalDpiX() / 25.4), m_width(device.width() / m_dots - 2 * look.margin),
      m_height(device.height() / m_dots), m_y(look.margin)
{}

QRectF Sheet::placed(double from, double y, double width, double height) const
{
    const double left = m_look.direction == Qt::RightToLeft ? m_width - from - width : from;
    return {px(m_look.margin + left), px(y), px(width), px(height)};
}

double Sheet::drawCell(double y, const Cell &cell, bool draws)
{
    if (cell.text.isEmpty())
        return 0;
    const QFont font = fontFor(cell);
    const bool mirrored = m_look.direction == Qt::RightToLeft;
    const bool left = (cell.side == Side::Leading) != mirrored;
    QTextOption option;
    option.setWrapMode(cell.fits ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(cell.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignAbsolute | (cell.side == Side::Centre ? Qt::AlignHCenter
                                             : left                    ? Qt::AlignLeft
                                                                       : Qt::AlignRight));
    const QRectF place = placed(cell.from, y, cell.width, 1);
    double height = 0;
    const QStringList paragraphs = cell.text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font, &m_device);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(place.width());
            // Arabic letters stand higher than Latin ones: what is shared is the base line.
            line.setPosition({0, height + ascentOf(cell) * m_dots - line.ascent()});
            height += line.height() * 1.1;
        }
        layout.endLayout();
        if (draws) {
            m_painter.setPen(colorOf(cell.role, false));
            layout.draw(&m_painter, place.topLeft());
        }
    }
    return height / m_dots;
}

QFont Sheet::fontFor(const Cell &cell) const
{
    QFont font = fontOf(cell.face);
    const double wide = cell.fits ? QFontMetricsF(font, &m_device).horizontalAdvance(cell.text) / m_dots : 0;
    if (wide > cell.width)
        font.setPointSizeF(font.pointSizeF() * cell.width / wide);
    return font;
}

double Sheet::ascentOf(const Cell &cell) const
{
    return QFontMetricsF(fontFor(cell), &m_device).ascent() / m_dots;
}

double Sheet::highestAscent(const std::vector<Cell> &cells) const
{
    double highest = 0;
    for (const Cell &cell : cells)
        highest = std::max(highest, cell.text.isEmpty() ? 0 : ascentOf(cell));
    return highest;
}

double Sheet::heightOf(const Cell &cell)
{
    return drawCell(0, cell, false);
}

void Sheet::row(const std::vector<Cell> &cells)
{
    double height = 0;
    for (const Cell &cell : cells)
        height = std::max(height, heightOf(cell) + highestAscent(cells) - ascentOf(cell));
    need(height);
    rowAt(m_y, cells);
    m_y += height + rowGap;
}

void Sheet::rowAt(double y, const std::vector<Cell> &cells)
{
    for (const Cell &cell : cells)
        drawCell(y + highestAscent(cells) - ascentOf(cell), cell, true);
}

void Sheet::text(const QString &text, Face face, Side side, Role role)
{
    if (!text.isEmpty())
        row({{0, m_width, text, face, side, role}});
}

void Sheet::space(double millimetres)
{
    m_y += millimetres;
}

void Sheet::need(double millimetres)
{
    const double last = m_height - m_look.margin - m_look.footHeight;
    // A row higher than a page would ask for pages for ever: it starts where a page does.
    if (!m_look.endless && m_y + millimetres > last && m_y > m_look.margin + 40)
        newPage();
}

void Sheet::newPage()
{
    if (m_foot)
        m_foot(*this);
    m_nextPage();
    ++m_page;
    m_y = m_look.margin;
    drawWatermark();
    if (m_head)
        m_head(*this);
}

void Sheet::setWatermark(const QString &text)
{
    m_watermark = text;
    drawWatermark();
}

//! From corner to corner, before anything is written on the page; a roll has no page to lay it across.
void Sheet::drawWatermark()
{
    if (m_watermark.isEmpty() || m_look.endless)
        return;
    const double across = px(m_width + 2 * m_look.margin);
    const double down = px(m_height);
    m_painter.save();
    QFont font = fontOf(Face::Number);
    const double wide = QFontMetricsF(font, &m_device).horizontalAdvance(m_watermark);
    font.setPointSizeF(font.pointSizeF() * 0.7 * std::hypot(across, down) / wide);
    m_painter.setFont(font);
    m_painter.setPen(QColor(226, 226, 226));
    m_painter.translate(across / 2, down / 2);
    m_painter.rotate(-std::atan2(down, across) * 180 / M_PI);
    const double half = std::hypot(across, down) / 2;
    m_painter.drawText(QRectF(-half, -half, 2 * half, 2 * half), Qt::AlignCenter, m_watermark);
    m_painter.restore();
}

void Sheet::finish()
{
    if (m_foot)
        m_foot(*this);
}

void Sheet::line()
{
    m_painter.fillRect(placed(0, m_y, m_width, hairline), colorOf(Role::Line, false));
    m_y += rowGap;
}

void Sheet::stitch(double from, double width)
{
    const QRectF place = placed(from, m_y, width, 0);
    QPen pen(colorOf(Role::Outline, false), px(0.25));
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({6, 4});
    m_painter.setPen(pen);
    m_painter.drawLine(place.topLeft(), place.topRight());
    m_y += rowGap * 1.5;
}

void Sheet::band(const QString &text, Face face)
{
    const Cell words{0, m_width, text, face, Side::Centre, Role::OnPrimary};
    const double height = heightOf(words);
    need(height);
    m_painter.fillRect(placed(0, m_y, m_width, height), Qt::black);
    rowAt(m_y, {words});
    m_y += height + rowGap;
}

void Sheet::thread()
{
    m_painter.fillRect(placed(0, m_y, m_width, 0.7), colorOf(Role::Accent, false));
    m_y += 0.7;
}

void Sheet::barcode(const Barcode &code, double height, double module)
{
    need(height);
    // A code is read by its own left and right: it is centred and never mirrored.
    const double dot = std::max(1.0, std::round(px(module)));
    const double start = px(m_look.margin) + (px(m_width) - code.modules * dot) / 2;
    for (const Bar &bar : code.bars)
        m_painter.fillRect(QRectF(std::round(start) + bar.from * dot, px(m_y), bar.width * dot, px(height)), Qt::black);
    m_y += height + rowGap;
}

void Sheet::square(const SquareCode &code, double size)
{
    constexpr double quiet = 4; // modules on each side, ISO/IEC 18004
    need(size);
    const double dot = px(size) / (double(code.rows.size()) + 2 * quiet);
    const QRectF place = placed(0, m_y, size, size);
    for (size_t row = 0; row < code.rows.size(); ++row) {
        for (size_t column = 0; column < code.rows[row].size(); ++column) {
            if (code.rows[row][column])
                m_painter.fillRect(QRectF(place.left() + (quiet + double(column)) * dot,
                                          place.top() + (quiet + double(row)) * dot, dot, dot),
                                   Qt::black);
        }
    }
    m_y += size + rowGap;
}

} // namespace thimblely::ui
