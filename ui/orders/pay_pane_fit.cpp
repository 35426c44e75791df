// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/money_lines.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/pay_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QLayout>

#include <algorithm>

// What gives way where the window is low; what the pane shows is in pay_pane.cpp.

namespace thimblely::ui {

namespace {

constexpr int linesBeforeNotes = 3; // of what is paid for, before the notes that are likely give way

} // namespace

int PayPane::neededHeight() const
{
    // Only where words that wrap are shown does the width say more than the least size.
    return std::max(layout()->totalMinimumSize().height(),
                    layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(width()) : 0);
}

//! Room is made by what is only convenient; of what is paid for as many lines as can be are seen, and the others scroll.
void PayPane::fit()
{
    if (height() < 100)
        return;
    m_details->setHintShown(true);
    m_details->setNotesShown(true);
    m_lines->setVisible(m_seesPrices);
    const auto fits = [this] {
        m_details->layout()->invalidate(); // its rows come and go, and would be told upwards with the next event only
        m_details->layout()->activate();
        m_details->updateGeometry();
        layout()->invalidate();
        layout()->activate();
        return neededHeight() <= height();
    };
    m_lines->setLeast(m_lines->count());
    if (fits())
        return;
    m_lines->setLeast(linesBeforeNotes);
    if (fits())
        return;
    m_details->setHintShown(false);
    if (fits())
        return;
    m_details->setNotesShown(false);
    if (fits())
        return;
    m_lines->setLeast(1);
    if (fits())
        return;
    m_lines->setLeast(0); // a part of the first, and the rest by scrolling
    if (fits())
        return;
    m_lines->hide(); // large letters in the lowest window: the sum and the way to take it come first
    fits();
}

void PayPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // Large letters in a narrow window: the words of both papers before the key of one.
    m_receipt->setCaption(width() < Theme::instance().px(300) ? QString() : QStringLiteral("F8"));
    fit();
}

} // namespace thimblely::ui
