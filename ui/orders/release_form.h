// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/orders/side_form.h"

namespace thimblely::ui {

//! Pieces leave unpaid: why, and the word of somebody who may let them. Takes no step itself: released() says it may go.
class ReleaseForm : public SideForm {
    Q_OBJECT

public:
    ReleaseForm(Desk &desk, QWidget *over);

    //! `subject`: the bag it is about, as drafts know it. `asked`: what somebody else would approve, with its amount and whose it is.
    void begin(const QString &subject, const QString &what, const QString &asked);
    void submit() override;

Q_SIGNALS:
    void released(const QString &why, const std::optional<thimblely::access::Approval> &approval);

private:
    QString m_asked;
    FieldEdit *m_why;
};

} // namespace thimblely::ui
