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
    //! With the shop's name under the job, where the person has several; else with the day they came, where two have one
    //! name.
    explicit FaceButton(Face face, bool withShop = false, QWidget *parent = nullptr);
    const Face &face() const { return m_face; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Face m_face;
    QString m_last; // under the job
};

//! "since 14 Mar 2026", as this computer writes days: at the faces no shop says yet how.
QString sinceText(const Face &face);
//! What somebody does here, in a word: "Owner", "Cutter", "Manager".
QString jobText(access::Role role, access::Job job);

} // namespace thimblely::ui
