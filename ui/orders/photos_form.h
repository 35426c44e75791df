// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Label;
class PhotoStrip;

//! The photos of one piece: as it came in, what was left of its cloth, as it left. To be looked at.
class PhotosForm : public SideForm {
    Q_OBJECT

public:
    PhotosForm(Desk &desk, QWidget *over);

    //! Whether there are any.
    static bool isFor(const orders::Piece &piece);
    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    struct Group {
        Label *name;
        PhotoStrip *strip;
    };
    Group addGroup(const QString &name);
    static void showGroup(const Group &group, const std::vector<changes::Media> &photos);

    Group m_cameIn;
    Group m_cloth;
    Group m_left;
};

} // namespace thimblely::ui
