// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"
#include "ui/desk/entry_form.h"

class QComboBox;

namespace thimblely::ui {

class PhotoStrip;
class Segmented;

//! An expense, or income that comes from no client: rent, cloth by transfer, a machine that was sold.
class BookForm : public EntryForm {
    Q_OBJECT

public:
    explicit BookForm(Desk &desk, QWidget *parent = nullptr);

    //! `categories`: what the shop has used so far, beside the usual ones.
    void begin(const QStringList &categories);
    void focusFirst() override;
    void submit() override;

private:
    bool isExpense() const;
    void offerCategories();
    Result<finance::BookDraft> typed() const;

    QStringList m_used;
    Segmented *m_kind = nullptr;
    MoneyEdit *m_amount = nullptr;
    QComboBox *m_category = nullptr;
    FieldEdit *m_who;
    Segmented *m_method = nullptr;
    FieldEdit *m_day;
    FieldEdit *m_document;
    MoneyEdit *m_tax = nullptr;
    FieldEdit *m_taxField;
    FieldEdit *m_note;
    PhotoStrip *m_photo;
};

} // namespace thimblely::ui
