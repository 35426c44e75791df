// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/accounts/approved_form.h"

class QComboBox;

namespace thimblely::ui {

class Pane;

//! What is typed about the bag or one of its pieces, over the money beside it.
class SideForm : public ApprovedForm {
    Q_OBJECT

public:
    SideForm(Desk &desk, const QString &done, QWidget *over);

    bool isOpen() const { return isVisibleTo(parentWidget()); }

protected:
    //! A choice under its name, the last of the rows that are there now.
    QComboBox *addChoice(const QString &name);
    //! Filled in, it comes to the front with what was typed before about `subject`. `what`: a piece or an order, for the
    //! sentence that says after a power cut what was begun.
    void come(const QString &subject, const QString &what, const QString &title, const QString &words, QWidget *first);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();

    Pane *m_ground;
};

} // namespace thimblely::ui
