// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>

namespace thimblely::ui {
namespace {

class BigIcon final : public QWidget {
public:
    BigIcon(QByteArray name, QWidget *parent) : QWidget(parent), m_name(std::move(name)) { setFixedSize(48, 48); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(&painter, m_name, rect(), Theme::instance().color(Role::Muted), 44);
    }

private:
    QByteArray m_name;
};

} // namespace

EmptyState::EmptyState(const QByteArray &iconName, const QString &sentence, const QString &actionText, QWidget *parent)
    : QWidget(parent)
{
    auto *words = new Label(TextStyle::Body, Role::Muted, sentence, this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    words->setMinimumWidth(Theme::instance().px(200));
    words->setMaximumWidth(Theme::instance().px(360));
    words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *all = column(this, 16, {16, 24, 16, 24});
    m_rows = all;
    all->addStretch(1);
    all->addWidget(new BigIcon(iconName, this), 0, Qt::AlignHCenter);
    auto *middle = row(nullptr, 0);
    middle->addStretch(1);
    middle->addWidget(words, 100);
    middle->addStretch(1);
    all->addLayout(middle);
    if (!actionText.isEmpty()) {
        m_action = new PlainButton(actionText, this);
        connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
        all->addWidget(m_action, 0, Qt::AlignHCenter);
    }
    all->addStretch(1);
}

Button *EmptyState::addWay(const QString &text)
{
    auto *way = new FlatButton(text, this);
    m_rows->insertWidget(m_rows->count() - 1, way, 0, Qt::AlignHCenter);
    return way;
}

} // namespace thimblely::ui
