// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "ui/desk/desk.h"
#include "ui/widgets/pane.h"

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class ApproveHere;
class Button;
class FieldEdit;
class Label;
class MoneyEdit;

/*!
 * What is typed about the bag or one of its pieces, over the money beside it: a heading, fields, what is wrong under
 * them, one primary button and the way back. Nothing is a dialog; what was typed stays while it is wrong. Where a
 * person may not, somebody who may types their PIN in the same place.
 */
class SideForm : public Pane {
    Q_OBJECT

public:
    SideForm(Desk &desk, const QString &done, QWidget *over);

    //! F9, Enter in the last field, and the primary button.
    virtual void submit() = 0;
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    void leave();

Q_SIGNALS:
    //! Done, or given up: the money is seen again.
    void left();

protected:
    Desk &desk() const { return m_desk; }
    QVBoxLayout *rows() const { return m_rows; }
    QWidget *body() const { return m_body; }
    Button *primary() const { return m_primary; }
    void come(const QString &title, const QString &words, QWidget *first);
    FieldEdit *addText(const QString &label);
    FieldEdit *addMoney(const QString &label, MoneyEdit *&edit);
    //! Enter in it submits.
    void endWith(FieldEdit *field);
    void setProblem(const Error &error);
    void clearProblem();
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

    void addApprover(access::Capability capability);
    //! What was approved, once; asks for it where the person may not and nobody did yet.
    bool isAllowed();
    std::optional<access::Approval> takeApproval() { return std::exchange(m_approval, std::nullopt); }

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
    void build();
    void cover();

    Desk &m_desk;
    Label *m_title;
    Label *m_words;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    Label *m_problem;
    Button *m_primary;
    ApproveHere *m_approver = nullptr;
    std::optional<access::Capability> m_needed;
    std::optional<access::Approval> m_approval;
    bool m_busy = false;
};

} // namespace thimblely::ui
