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

DoubtBox::DoubtBox(const DoubtWords &words, const QString &take, const QString &keep, QWidget *parent)
    : QWidget(parent),
      m_sentence(words.detail.isEmpty() ? words.headline : words.headline + QLatin1Char(' ') + words.detail)
{
    auto *field = new WarningField(this);
    auto *lines = column(field, 4, {42, 12, 16, 12});
    auto *headline = new Label(TextStyle::BodyStrong, Role::Late, words.headline, field);
    headline->setWordWrap(true);
    lines->addWidget(headline);
    if (!words.detail.isEmpty()) {
        auto *detail = new Label(TextStyle::Body, Role::Text, words.detail, field);
        detail->setWordWrap(true);
        lines->addWidget(detail);
        m_detail = detail;
    }
    auto *all = column(this, 12);
    all->addWidget(field);
    auto *ways = row(nullptr, 12);
    const auto addWay = [&](Button *button, const QString &key, auto signal) {
        button->setCaption(key);
        button->setFocusPolicy(Qt::TabFocus);
        ways->addWidget(button, 1);
        connect(button, &QAbstractButton::clicked, this, signal);
    };
    if (!take.isEmpty())
        addWay(new PrimaryButton(take, this), QStringLiteral("+"), &DoubtBox::likelyTaken);
    addWay(new PlainButton(keep, this), QStringLiteral("="), &DoubtBox::typedKept);
    all->addLayout(ways);
    setAccessibleName(m_sentence);
}

void DoubtBox::setBrief(bool brief)
{
    if (m_detail)
        m_detail->setVisible(!brief);
}

} // namespace thimblely::ui
