// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/changes/change_set.h"
#include "core/invoices/invoice_list.h"
#include "ui/desk/page.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QStackedLayout;

namespace thimblely::ui {

class CreditForm;
class Desk;
class EmptyState;
class EntryForm;
class FreeInvoiceForm;
class InvoicesModel;
class InvoiceView;
class ListView;
class Pane;
class PayInvoiceForm;

/*!
 * The shop's invoices: found by number or name, by what is open, overdue, paid, credited or only written, beside the one
 * that is shown and what is done about it in its place.
 */
class InvoicesPage : public Page {
    Q_OBJECT

public:
    explicit InvoicesPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);
    //! The paper, whatever the list shows.
    void showInvoice(InvoiceId invoice);
    //! A new one that bills no order.
    void startNew();

    QString title() const override { return tr("Invoices"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildList();
    void buildWork(QWidget *work);
    void layOut();
    void read();
    void refreshList();
    void showCurrent();
    void choose(InvoiceId invoice);
    void follow(const changes::ChangeSet &changes);
    void showForm(QWidget *form);
    void closeForm();
    EntryForm *openForm() const;

    Desk &m_desk;
    InvoicesModel *m_model;
    Pane *m_side;
    QComboBox *m_filter = nullptr;
    QLineEdit *m_find = nullptr;
    ListView *m_list = nullptr;
    QStackedLayout *m_lists = nullptr;
    EmptyState *m_none = nullptr;
    EmptyState *m_nothing = nullptr;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_nobody = nullptr;
    QWidget *m_viewPlace = nullptr;
    InvoiceView *m_view = nullptr;
    FreeInvoiceForm *m_form = nullptr;
    PayInvoiceForm *m_pay = nullptr;
    CreditForm *m_credit = nullptr;
    std::optional<InvoiceId> m_wanted; //!< shown once its row was read
    bool m_started = false;
    bool m_stale = false;
    bool m_isChoosing = false; //!< the page itself chooses a row, not the person
};

} // namespace thimblely::ui
