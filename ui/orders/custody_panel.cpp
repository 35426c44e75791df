// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/custody_panel.h"

#include "core/orders/cloth_words.h"
#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr int lengthField = 88;
constexpr int initialsField = 72;

} // namespace

CustodyPanel::CustodyPanel(Desk &desk, const orders::Piece &piece, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_piece(piece)
{
    auto *line = row(nullptr, 8, QMargins(0, 4, 0, 4));
    setLayout(line);
    const bool own = piece.facts.clientCloth.has_value();
    m_note = new PlainButton(own ? tr("Note") : tr("Arrived today"), this);
    m_note->setButtonSize(Button::Size::Small);
    if (own) {
        const auto field = [&](const QString &name, const QString &text, int width) {
            auto *edit = new QLineEdit(text, this);
            edit->setAccessibleName(tr("%1 of the cloth of piece %2").arg(name).arg(piece.position));
            edit->setFixedWidth(Theme::instance().px(width));
            line->addWidget(new Label(TextStyle::Body, Role::Muted, name, this));
            line->addWidget(edit);
            connect(edit, &QLineEdit::textEdited, this, &CustodyPanel::showRest);
            connect(edit, &QLineEdit::returnPressed, this, [this, edit] { lead(edit); });
            return edit;
        };
        const auto length = [&](const std::optional<Quantity> &there) {
            return there ? there->toText(desk.locale()) : QString();
        };
        m_used = field(tr("Used"), length(piece.clothUsed), lengthField);
        m_returned = field(tr("Given back"), length(piece.clothReturned), lengthField);
        m_initials = field(tr("Initials"), {}, initialsField);
        m_initials->setMaxLength(orders::longestClothInitials);
        m_rest = new Label(TextStyle::Body, Role::Text, {}, this);
        line->addWidget(m_rest);
        showRest();
    }
    if (!own && piece.facts.clothOrder && !piece.facts.clothOrder->ordered) {
        auto *ordered = new PlainButton(tr("Ordered today"), this);
        ordered->setButtonSize(Button::Size::Small);
        line->addWidget(ordered);
        connect(ordered, &QAbstractButton::clicked, this, [this, ordered] {
            ordered->hide();
            orders::ClothNews news;
            news.ordered = m_desk.today();
            Q_EMIT noted(news);
        });
    }
    line->addWidget(m_note);
    line->addStretch(1);
    connect(m_note, &QAbstractButton::clicked, this, &CustodyPanel::note);
}

void CustodyPanel::focusFirst()
{
    (m_used ? static_cast<QWidget *>(m_used) : m_note)->setFocus(Qt::OtherFocusReason);
}

//! Enter leads on to whoever signs for it.
void CustodyPanel::lead(QLineEdit *from)
{
    if (from == m_initials || !m_initials->text().trimmed().isEmpty())
        note();
    else
        m_initials->setFocus(Qt::OtherFocusReason);
}

std::optional<Quantity> CustodyPanel::read(QLineEdit *edit, bool &readable) const
{
    const QString typed = edit->text().trimmed();
    const auto quantity = Quantity::parse(typed, m_desk.locale());
    const bool wrong = !typed.isEmpty() && (!quantity || quantity->milli() < 0);
    setInputError(edit, wrong);
    readable = readable && !wrong;
    return typed.isEmpty() || wrong ? std::optional<Quantity>() : std::optional(*quantity);
}

//! What is here still: what was brought, less what was used and given back.
void CustodyPanel::showRest()
{
    bool readable = true;
    const Quantity none(0);
    const Quantity rest =
        *m_piece.facts.clientCloth - read(m_used, readable).value_or(none) - read(m_returned, readable).value_or(none);
    const bool possible = readable && rest >= none;
    m_rest->setRole(possible ? Role::Text : Role::Late);
    m_rest->setText(possible ? tr("%1 %2 here")
                                   .arg(rest.toText(m_desk.locale()),
                                        orders::clothUnit(m_desk.profile().units == UnitSystem::Imperial))
                             : QStringLiteral("\u25b2 ") + tr("more than was brought"));
    m_note->setEnabled(possible);
}

void CustodyPanel::note()
{
    if (!m_note->isEnabled())
        return;
    orders::ClothNews news;
    bool readable = true;
    if (m_used) {
        news.used = read(m_used, readable);
        news.returned = read(m_returned, readable);
        news.initials = m_initials->text().trimmed();
    } else {
        news.arrived = m_desk.today();
    }
    Q_EMIT noted(news);
}

} // namespace thimblely::ui
