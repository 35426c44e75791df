// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/doubt_box.h"

#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

//! The filled field with the shape of what is wrong before its words.
class WarningField final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::instance();
        QPainter painter(this);
        paintPanel(&painter, rect(), theme.color(Role::LateBg), {});
        const int shape = theme.px(metric::Shape);
        const QRect mark(16, 14 + (theme.lineHeight(TextStyle::BodyStrong) - shape) / 2, shape, shape);
        paintStatusShape(&painter, Status::Late, QStyle::visualRect(layoutDirection(), rect(), mark),
                         theme.color(Role::Late));
    }
};

} // namespace

DoubtBox::DoubtBox(const QString &sentence, const QString &typed, const QString &likely, QWidget *parent)
    : QWidget(parent), m_sentence(sentence)
{
    auto *field = new WarningField(this);
    auto *words = column(field, 0, {42, 12, 16, 12});
    auto *label = new Label(TextStyle::BodyStrong, Role::Late, sentence, field);
    label->setWordWrap(true);
    words->addWidget(label);
    auto *all = column(this, 12);
    all->addWidget(field);
    auto *ways = row(nullptr, 12);
    if (!likely.isEmpty()) {
        auto *take = new PrimaryButton(tr("Take %1").arg(likely), this);
        take->setCaption(QStringLiteral("+"));
        take->setFocusPolicy(Qt::TabFocus);
        ways->addWidget(take, 1);
        connect(take, &QAbstractButton::clicked, this, &DoubtBox::likelyTaken);
    }
    auto *keep = new PlainButton(tr("%1 is right").arg(typed), this);
    keep->setCaption(QStringLiteral("="));
    keep->setFocusPolicy(Qt::TabFocus);
    ways->addWidget(keep, 1);
    connect(keep, &QAbstractButton::clicked, this, &DoubtBox::typedKept);
    all->addLayout(ways);
    setAccessibleName(sentence);
}

} // namespace thimblely::ui
