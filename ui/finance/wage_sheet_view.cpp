// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/wage_sheet_view.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/isolated.h"
#include "ui/documents/order_papers.h"
#include "ui/finance/book_words.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QScrollArea>

namespace thimblely::ui {

namespace {

QString kindName(finance::WageKind kind)
{
    switch (kind) {
    case finance::WageKind::Earned:
        return WageSheetView::tr("Earned");
    case finance::WageKind::Advanced:
        return WageSheetView::tr("Advance");
    case finance::WageKind::Paid:
        return WageSheetView::tr("Paid");
    }
    Q_UNREACHABLE();
}

} // namespace

WageSheetView::WageSheetView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(new Label(TextStyle::InputStrong, Role::Text, {}, this)),
      m_monthName(new Label(TextStyle::Body, Role::Muted, {}, this)), m_lines(new FigureRows(desk.locale(), this)),
      m_sums(new FigureRows(desk.locale(), this)),
      m_none(new Label(TextStyle::Body, Role::Muted, tr("Nothing was earned or paid in this month."), this)),
      m_print(new PlainButton(tr("Wage slip"), this))
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    auto *rows = column(body, 8);
    m_title->setWordWrap(true);
    m_none->setWordWrap(true);
    for (QWidget *each :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_monthName), static_cast<QWidget *>(m_none),
          static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_sums)})
        rows->addWidget(each);
    rows->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    auto *all = column(this, 8, {20, 16, 20, 16});
    all->addWidget(scroll, 1);
    all->addWidget(m_print, 0, Qt::AlignLeading);
    m_print->setIconName("i-print");
    m_print->setCaption(QStringLiteral("F8"));
    connect(m_print, &QAbstractButton::clicked, this, &WageSheetView::print);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &WageSheetView::showSheet);
    clear();
}

void WageSheetView::clear()
{
    ++m_asked;
    m_sheet.reset();
    showSheet();
}

void WageSheetView::show(MemberId member, const QString &name, finance::Month month)
{
    auto reading = m_desk.reader().read<finance::WageSheet>([member, month](access::Session &session) {
        return finance::WageService::sheet(session, member, month.first(), month.last());
    });
    whenDone(std::move(reading), this, [this, name, month, asked = ++m_asked](const Result<finance::WageSheet> &sheet) {
        if (asked != m_asked)
            return;
        if (!sheet)
            return m_desk.notices().fail(sheet.error());
        m_name = name;
        m_monthWords = monthName(month, m_desk.locale());
        m_sheet = *sheet;
        showSheet();
    });
}

void WageSheetView::showSheet()
{
    m_lines->clear();
    m_sums->clear();
    m_title->setText(m_sheet ? isolated(m_name) : QString());
    m_monthName->setText(m_sheet ? m_monthWords : QString());
    m_none->setVisible(m_sheet && m_sheet->lines.empty());
    m_lines->setVisible(m_sheet && !m_sheet->lines.empty());
    m_print->setVisible(m_sheet.has_value());
    if (!m_sheet)
        return;
    for (const finance::WageLine &line : m_sheet->lines) {
        QStringList remark{dayText(line.date, m_desk.today(), m_desk.locale())};
        if (!line.note.isEmpty())
            remark.append(isolated(line.note));
        m_lines->add(kindName(line.kind), line.amount, remark.join(QStringLiteral(" \u00b7 ")));
    }
    if (!m_sheet->before.isZero())
        m_sums->add(tr("Owed from before"), m_sheet->before);
    m_sums->add(tr("Earned"), m_sheet->earned);
    m_sums->add(tr("Advanced"), m_sheet->advanced);
    m_sums->add(tr("Paid"), m_sheet->paid);
    m_sums->add(m_sheet->owed.isNegative() ? tr("Advanced beyond what was earned") : tr("Still to be paid"),
                m_sheet->owed.isNegative() ? m_sheet->owed.negated().valueOr(m_sheet->owed) : m_sheet->owed, {}, true);
}

bool WageSheetView::print()
{
    if (!m_sheet)
        return false;
    OrderPapers(m_desk).printWages(m_name, m_monthWords, *m_sheet);
    return true;
}

} // namespace thimblely::ui
