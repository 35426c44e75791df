// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/cloth_form.h"

#include "core/orders/cloth_words.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QVBoxLayout>

namespace thimblely::ui {

ClothForm::ClothForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Note it"), over), m_used(addText(tr("Used"))), m_returned(addText(tr("Given back"))),
      m_initials(addText(tr("Initials, theirs or yours"))),
      m_account(new Label(TextStyle::BodyStrong, Role::Text, {}, body())), m_photoPlace(new QWidget(body())),
      m_photo(new PhotoStrip(desk, tr("what is left of the cloth"), {}, m_photoPlace))
{
    m_initials->edit()->setMaxLength(orders::longestClothInitials);
    m_account->setWordWrap(true);
    rows()->addWidget(m_account);
    auto *line = row(m_photoPlace, 0);
    m_photo->setMost(1);
    line->addWidget(m_photo);
    line->addStretch(1);
    rows()->addWidget(m_photoPlace);
    rows()->addStretch(1);
    for (FieldEdit *field : {m_used, m_returned, m_initials})
        connect(field, &FieldEdit::edited, this, &ClothForm::showAccount);
    connect(m_used->edit(), &QLineEdit::returnPressed, this, [this] {
        m_returned->edit()->setFocus(Qt::TabFocusReason);
        m_returned->edit()->selectAll();
    });
    connect(m_returned->edit(), &QLineEdit::returnPressed, this,
            [this] { m_initials->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_initials);
    connect(m_photo, &PhotoStrip::refused, this,
            [this](const QString &sentence) { this->desk().notices().say(sentence); });
}

QString ClothForm::unit() const
{
    return orders::clothUnit(desk().profile().units == UnitSystem::Imperial);
}

void ClothForm::begin(const orders::Piece &piece, const QString &what)
{
    m_piece = piece;
    const QLocale &locale = desk().locale();
    const auto text = [&](const std::optional<Quantity> &length) {
        return length ? length->toText(locale) : QString();
    };
    m_used->setText(text(piece.clothUsed));
    m_returned->setText(text(piece.clothReturned));
    m_initials->setText(piece.clothInitials);
    for (FieldEdit *field : {m_used, m_returned, m_initials})
        field->clearError();
    m_photo->setPhotos(piece.clothPhoto ? std::vector{*piece.clothPhoto} : std::vector<changes::Media>());
    come(piece.id.toString(), what, tr("Their own cloth"),
         tr("%1: %2 %3 brought").arg(what, piece.facts.clientCloth->toText(locale), unit()) +
             (piece.facts.clientClothNote.isEmpty() ? QString() : QStringLiteral(", ") + piece.facts.clientClothNote),
         m_used->edit());
    m_used->edit()->selectAll();
    showAccount();
}

std::optional<Quantity> ClothForm::read(FieldEdit *field)
{
    field->clearError();
    const QString typed = field->text().trimmed();
    if (typed.isEmpty())
        return Quantity(0);
    const auto length = Quantity::parse(typed, desk().locale());
    if (length && length->milli() >= 0)
        return *length;
    field->setError(desk().sentence({ErrorKind::Invalid, "cloth.unread", {typed}, {}}));
    return std::nullopt;
}

std::optional<orders::Piece> ClothForm::typed()
{
    const auto used = read(m_used);
    const auto returned = read(m_returned);
    if (!used || !returned)
        return std::nullopt;
    orders::Piece piece = *m_piece;
    piece.clothUsed = used;
    piece.clothReturned = returned;
    piece.clothInitials = m_initials->text().trimmed();
    return piece;
}

void ClothForm::showAccount()
{
    if (!m_piece)
        return;
    const auto piece = typed();
    const bool over = piece && *piece->clothHere() < Quantity(0);
    m_account->setRole(over ? Role::Late : Role::Text);
    m_account->setText(!piece ? QString()
                       : over ? QStringLiteral("\u25b2 ") + tr("That is more than was brought.")
                              : tr("You %1").arg(orders::clothAccountWords(*piece, unit(), desk().locale())));
}

void ClothForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    const auto piece = typed();
    if (!piece) {
        (m_used->hasError() ? m_used : m_returned)->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_photo->isWhole())
        return desk().notices().say(tr("The photo is still being taken in. Once it is, Enter again."));
    orders::ClothNews news;
    news.used = piece->clothUsed;
    news.returned = piece->clothReturned;
    news.initials = piece->clothInitials;
    const auto &photos = m_photo->photos();
    if (!photos.empty() && photos.front() != m_piece->clothPhoto)
        news.photo = photos.front();
    write(
        [this, news] { return orders::OrderService(desk().session(), desk().door()).recordCloth(m_piece->id, news); });
}

} // namespace thimblely::ui
