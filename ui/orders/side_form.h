// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/accounts/approved_form.h"
#include "ui/widgets/when_done.h"

class QComboBox;

namespace thimblely::ui {

class Pane;

//! What is typed about the bag or one of its pieces, over the money beside it.
class SideForm : public ApprovedForm {
    Q_OBJECT

public:
    SideForm(Desk &desk, const QString &done, QWidget *over);

    bool isOpen() const { return isVisibleTo(parentWidget()); }
    void leave();

protected:
    //! A choice under its name, the last of the rows that are there now.
    QComboBox *addChoice(const QString &name);
    void come(const QString &title, const QString &words, QWidget *first);

    //! Waits for the write; it leaves when that is done, and what was done is said as of every operation; else it says
    //! why not.
    template <typename T>
    void write(QFuture<Result<T>> future)
    {
        setBusy(true);
        whenDone(std::move(future), this, [this](const Result<T> &result) {
            setBusy(false);
            if (result)
                leave();
            else
                setProblem(result.error());
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();

    Pane *m_ground;
};

} // namespace thimblely::ui
