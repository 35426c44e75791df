// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/top_bar.h"

#include "core/base/initials.h"
#include "ui/accounts/face_button.h"
#include "ui/desk/isolated.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr int mostCounted = 99;      // more is many
constexpr int widestWorkspace = 200; // px at 100 %; the whole name is in the title and the tool tip

} // namespace

TopBar::TopBar(const QString &personName, bool seesMoney, QWidget *parent)
    : QWidget(parent), m_search(new SearchField(this)), m_saved(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_hideMoney(new FlatButton(QString(), this)), m_bell(new FlatButton(QString(), this)),
      m_workspace(new FlatButton(QString(), this)), m_person(new FlatButton(personName, this)),
      m_personMenu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_search);
    row->addStretch(1);
    row->addWidget(m_saved);
    row->addSpacing(8);
    row->addWidget(m_hideMoney);
    row->addWidget(m_bell);
    row->addWidget(m_workspace);
    row->addWidget(m_person);
    const auto fit = [this] {
        setFixedHeight(Theme::instance().boxHeight(metric::Top, {TextStyle::Body}));
        m_workspace->setMaximumWidth(Theme::instance().px(widestWorkspace));
    };
    connect(&Theme::instance(), &Theme::changed, this, fit);
    fit();

    m_search->setShortcutCaption(QStringLiteral("Ctrl+K"));
    m_saved->setAccessibleName(tr("Whether everything is saved"));
    m_hideMoney->setCheckable(true);
    m_hideMoney->setVisible(seesMoney);
    m_hideMoney->setIconName("i-eye");
    m_bell->setIconName("i-bell");
    connect(m_bell, &QAbstractButton::clicked, this, &TopBar::bellClicked);
    setUnread(0);
    m_workspace->setTrailingIconName("i-down");
    m_workspace->hide();
    m_person->setFace(initialsOf(personName));
    m_person->setTrailingIconName("i-down");
    m_person->setMenu(m_personMenu);
    m_person->setAccessibleDescription(tr("Who is signed in: switch person, lock, settings"));
    connect(m_hideMoney, &QAbstractButton::toggled, &HideMoney::instance(), &HideMoney::setOn);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &TopBar::showMoneyState);
    showMoneyState();
    setWaitingWrites(0);
}

void TopBar::setWorkspace(const QString &name, QMenu *others)
{
    m_workspace->setText(isolated(name));
    m_workspace->setToolTip(name);
    m_workspace->setAccessibleDescription(tr("The workspace you are in: work in another one"));
    m_workspace->setMenu(others);
    showWorkspace();
}

void TopBar::showWorkspace()
{
    m_workspace->setVisible(!m_narrow && m_workspace->menu() && !m_workspace->menu()->isEmpty());
}

void TopBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showWorkspace();
    m_search->setNarrow(narrow);
    m_saved->setVisible(!narrow);
}

void TopBar::setWaitingWrites(int count)
{
    if (m_notSaved) // what could not be kept stays said until it is kept
        return;
    m_saved->setText(count == 0 ? QStringLiteral("\u2713 ") + tr("All saved here") : tr("Saving…"));
}

void TopBar::setSaved()
{
    if (!std::exchange(m_notSaved, false))
        return;
    m_saved->setToolTip({});
    setWaitingWrites(0);
}

void TopBar::setNotSaved(const QString &reason)
{
    m_notSaved = true;
    m_saved->setText(QStringLiteral("\u25b2 ") + tr("Not saved"));
    m_saved->setToolTip(reason);
}

//! A figure and no colour: it calls for nothing.
void TopBar::setUnread(int count)
{
    const QLocale locale;
    m_bell->setText(count == 0            ? QString()
                    : count > mostCounted ? tr("%1+").arg(locale.toString(mostCounted))
                                          : locale.toString(count));
    const QString words =
        count == 0 ? tr("Notifications, none unread") : tr("Notifications, %n unread", nullptr, count);
    m_bell->setAccessibleName(words);
    m_bell->setToolTip(words);
}

void TopBar::showMoneyState()
{
    const bool hidden = HideMoney::instance().isOn();
    m_hideMoney->setChecked(hidden);
    m_hideMoney->setIconName(hidden ? "i-eyeoff" : "i-eye");
    m_hideMoney->setText(hidden ? tr("Money hidden") : tr("Hide money"));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(Role::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Role::Line));
}

} // namespace thimblely::ui
