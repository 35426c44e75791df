// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/approve_pane.h"

#include "core/orders/order_service.h"
#include "ui/accounts/approve_here.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"

#include <QEvent>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;

namespace {

//! Which of what is approved here an error wants; none: it is another error.
std::optional<Capability> wantedBy(const Error &error)
{
    if (error.code != "access.refused")
        return std::nullopt;
    for (const Capability each : {Capability::OrdersDiscount, Capability::OrdersPriceOverride}) {
        if (error.args.value(0) == QLatin1String(access::nameOf(each)))
            return each;
    }
    return std::nullopt;
}

} // namespace

ApprovePane::ApprovePane(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk), m_approver(new ApproveHere(desk, this))
{
    auto *rows = column(nullptr, 12, QMargins(16, 12, 16, 14));
    setLayout(rows);
    rows->addWidget(m_approver);
    rows->addStretch(1);
    auto *back = new PlainButton(tr("Back to the order"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(m_approver, &ApproveHere::approved, this, [this](const access::Approvals &approvals) {
        m_given = approvals;
        close();
        Q_EMIT approved();
    });
    connect(back, &QAbstractButton::clicked, this, [this] {
        forget();
        Q_EMIT left();
    });
    over->installEventFilter(this);
    hide();
}

bool ApprovePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

QString ApprovePane::lineOf(const orders::PriceBreach &breach, const orders::OrderDraft &draft) const
{
    const QString asked = m_desk.amount(breach.asked);
    const QString due = m_desk.amount(breach.due);
    if (!breach.piece)
        return tr("Rush: %1 instead of %2").arg(asked, due);
    const QString name = isolated(draft.pieces[*breach.piece].name);
    return breach.needs == Capability::OrdersDiscount
               ? tr("%1: discount, %2 instead of %3").arg(name, asked, due)
               : tr("%1: below the price list, %2 instead of %3").arg(name, asked, due);
}

bool ApprovePane::ask(const Error &error, const orders::OrderDraft &draft, int kept, const QString &whose)
{
    const auto wanted = wantedBy(error);
    if (!wanted)
        return false;
    std::vector<Capability> needs{*wanted};
    QStringList lines;
    const auto breaches = orders::OrderService(m_desk.session(), m_desk.door()).priceBreaches(draft, kept);
    for (const orders::PriceBreach &breach : breaches ? *breaches : std::vector<orders::PriceBreach>()) {
        lines.append(lineOf(breach, draft));
        if (std::ranges::find(needs, breach.needs) == needs.end())
            needs.push_back(breach.needs);
    }
    if (lines.isEmpty())
        lines.append(*wanted == Capability::OrdersDiscount ? tr("A discount goes beyond what you may give.")
                                                           : tr("A price is below the price list."));
    if (!whose.isEmpty())
        lines.prepend(tr("For %1").arg(isolated(whose)));
    m_given.clear();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_approver->ask(std::move(needs), lines);
    return true;
}

void ApprovePane::close()
{
    m_approver->hide();
    hide();
}

void ApprovePane::forget()
{
    m_given.clear();
    close();
}

} // namespace thimblely::ui
