// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Label;
class PhotoStrip;

/*!
 * The account of the cloth that a client brought for a piece: what was used, what goes back, who says so, and a photo
 * of what is left. What is typed says at once what is here.
 */
class ClothForm : public SideForm {
    Q_OBJECT

public:
    ClothForm(Desk &desk, QWidget *over);

    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    std::optional<Quantity> read(FieldEdit *field);
    //! As it would stand in the file; nothing where a field cannot be read.
    std::optional<orders::Piece> typed();
    void showAccount();
    QString unit() const;

    std::optional<orders::Piece> m_piece;
    FieldEdit *m_used;
    FieldEdit *m_returned;
    FieldEdit *m_initials;
    Label *m_account;
    QWidget *m_photoPlace;
    PhotoStrip *m_photo;
};

} // namespace thimblely::ui
