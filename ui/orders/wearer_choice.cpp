// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/wearer_choice.h"

#include "ui/desk/isolated.h"
#include "ui/orders/quiet_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QMenu>

namespace thimblely::ui {

namespace {

constexpr int longestName = 200;
constexpr int widestName = 140; // px at 100 %

} // namespace

WearerChoice::WearerChoice(int piece, QWidget *parent)
    : QWidget(parent), m_piece(piece), m_button(new FlatButton(QString(), this)),
      m_name(new QuietEdit(QuietEdit::Look::Dashed, TextStyle::Body, this))
{
    auto *line = row(this, 0);
    m_button->setButtonSize(Button::Size::Small);
    m_button->setTrailingIconName("i-down");
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("Name of who wears it"));
    m_name->setAccessibleName(tr("Name of who wears piece %1").arg(piece));
    m_name->hide();
    line->addWidget(m_button);
    line->addWidget(m_name);
    connect(m_name, &QLineEdit::textEdited, this, &WearerChoice::typing);
    connect(m_button, &QAbstractButton::clicked, this, &WearerChoice::open);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_name->text().simplified();
        if (!name.isEmpty())
            Q_EMIT nameTyped(name);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!m_name->text().trimmed().isEmpty())
            return; // what was typed stays until it is somebody
        m_name->hide();
        m_button->show();
    });
}

void WearerChoice::setWearer(const QString &name, bool paysOwn)
{
    // A long name gives way: the whole of it is in the tool tip and in what is read out.
    const QString shown = m_button->fontMetrics().elidedText(name, Qt::ElideRight, Theme::instance().px(widestName));
    m_button->setText(paysOwn ? tr("for %1, who pays").arg(shown) : tr("for %1").arg(shown));
    m_button->setAccessibleName(tr("Piece %1 is for %2; press for somebody else").arg(m_piece).arg(name));
    m_button->setToolTip(tr("For %1; for somebody else: Alt+W").arg(name));
    setHidden(name.isEmpty());
    m_name->clear();
    m_name->hide();
    m_button->show();
}

void WearerChoice::goOn(const QString &half)
{
    m_button->hide();
    m_name->show();
    m_name->setText(half);
}

void WearerChoice::setChoices(std::vector<Wearer> choices, bool mayAdd)
{
    m_choices = std::move(choices);
    m_mayAdd = mayAdd;
}

void WearerChoice::open()
{
    Q_EMIT aboutToOpen();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int number = 0;
    for (const Wearer &wearer : m_choices) {
        ++number;
        const QString key = number < 10 ? u'&' + QString::number(number) + u' ' : QString();
        menu->addAction(key + isolated(QString(wearer.name).replace(u'&', QStringLiteral("&&"))), this,
                        [this, wearer] { Q_EMIT chosen(wearer.id, wearer.name); });
    }
    if (m_mayAdd) {
        menu->addSeparator();
        menu->addAction(tr("&0 Somebody new"), this, &WearerChoice::askName);
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void WearerChoice::askName()
{
    m_button->hide();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

QWidget *WearerChoice::focusTarget() const
{
    return m_name->isHidden() ? static_cast<QWidget *>(m_button) : m_name;
}

bool WearerChoice::isTyping() const
{
    return !m_name->isHidden();
}

} // namespace thimblely::ui
