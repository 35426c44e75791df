// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"

#include <QAbstractButton>

namespace thimblely::ui {

//! A person on the sign-in screen: initials in a disc, the name, the job, the shop where it takes that; checkable, one of them is chosen.
class FaceButton : public QAbstractButton {
    Q_OBJECT

public:
    //! With the shop's name under the job, where the person has several.
    explicit FaceButton(Face face, bool withShop = false, QWidget *parent = nullptr);
    const Face &face() const { return m_face; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Face m_face;
    bool m_withShop;
};

//! What somebody does here, in a word: "Owner", "Cutter", "Manager".
QString jobText(access::Role role, access::Job job);

} // namespace thimblely::ui
