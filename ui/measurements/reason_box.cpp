// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/reason_box.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>

namespace thimblely::ui {

ReasonBox::ReasonBox(const QString &question, const QString &touched, QWidget *parent)
    : QWidget(parent), m_sentence(touched.isEmpty() ? question : question + QLatin1Char(' ') + touched),
      m_changed(new PrimaryButton(tr("Body changed"), this)), m_wrong(new PlainButton(tr("It was wrong"), this))
{
    auto *lines = column(this, 4, {12, 10, 12, 12});
    auto *asked = new Label(TextStyle::BodyStrong, Role::Text, question, this);
    asked->setWordWrap(true);
    lines->addWidget(asked);
    if (!touched.isEmpty()) {
        auto *pieces = new Label(TextStyle::Body, Role::Late, touched, this);
        pieces->setWordWrap(true);
        lines->addWidget(pieces);
    }
    auto *ways = new FlowLayout(8, 8); // one under the other where large words leave no room beside
    ways->addWidget(m_changed);
    ways->addWidget(m_wrong);
    lines->addSpacing(4);
    lines->addLayout(ways);
    setAccessibleName(m_sentence);
    m_changed->setAccessibleDescription(m_sentence); // read where the keyboard goes
    connect(m_changed, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(ChangeReason::BodyChanged); });
    connect(m_wrong, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(ChangeReason::Error); });
}

void ReasonBox::start()
{
    setTabOrder(m_changed, m_wrong); // in the window that it stands in by now
    m_changed->setFocus(Qt::OtherFocusReason);
}

void ReasonBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter, rect(), Theme::instance().color(Role::Sunk), {});
}

} // namespace thimblely::ui
