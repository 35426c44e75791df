// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/square_code_view.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int quietZone = 4; // modules on each side, as its standard asks
constexpr int modulePx = 5;  // at 100 %

} // namespace

SquareCodeView::SquareCodeView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void SquareCodeView::showCode(const QString &payload, const QString &words)
{
    const auto code = qrCode(payload);
    m_code = code.valueOr(SquareCode());
    setAccessibleName(words);
    setVisible(code.ok());
    updateGeometry();
    update();
}

int SquareCodeView::modules() const
{
    return int(m_code.rows.size()) + 2 * quietZone;
}

QSize SquareCodeView::sizeHint() const
{
    const int side = modules() * Theme::instance().px(modulePx);
    return {side, side};
}

void SquareCodeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int module = std::max(1, std::min(width(), height()) / modules());
    for (size_t y = 0; y < m_code.rows.size(); ++y) {
        for (size_t x = 0; x < m_code.rows[y].size(); ++x) {
            if (m_code.rows[y][x])
                painter.fillRect((int(x) + quietZone) * module, (int(y) + quietZone) * module, module, module,
                                 Qt::black);
        }
    }
}

} // namespace thimblely::ui
