// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/book_form.h"

#include "core/finance/books_service.h"
#include "ui/desk/pay_methods.h"
#include "ui/finance/book_day.h"
#include "ui/finance/book_words.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QLineEdit>

namespace thimblely::ui {

using finance::PaymentMethod;

BookForm::BookForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Expense"), tr("Enter it"), parent)
{
    setWords(
        tr("What was paid from the bank or the safe, or came in from no client. Money out of the drawer is paid out at "
           "the till."));
    // Each is made where it stands: so Tab comes by.
    m_kind = new Segmented(tr("What it is"), body());
    m_kind->addSegment(tr("Expense"));
    m_kind->addSegment(tr("Income"));
    rows()->addWidget(m_kind);
    addMoney(tr("Amount"), m_amount);
    auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, tr("What for"), body());
    m_category = new QComboBox(body());
    m_category->setEditable(true);
    m_category->setAccessibleName(tr("What for"));
    m_category->lineEdit()->setAccessibleName(tr("What for"));
    m_category->setInsertPolicy(QComboBox::NoInsert);
    rows()->addWidget(label);
    rows()->addWidget(m_category);
    m_who = addText(tr("To whom"));
    m_method = new Segmented(tr("How it was paid"), body());
    addPayMethods(*m_method);
    m_method->setSegmentEnabled(int(PaymentMethod::Credit), false);
    rows()->addWidget(m_method);
    m_day = addText(tr("Day"));
    m_day->edit()->setPlaceholderText(tr("today; or yesterday, 14, 14 nov"));
    m_document = addText(tr("Number of their bill"));
    m_taxField = addMoney(tr("Tax in it"), m_tax);
    m_note = addText(tr("Note"));
    auto *place = new QWidget(body());
    auto *line = row(place, 0);
    m_photo = new PhotoStrip(desk, tr("the bill"), {}, place);
    m_photo->setMost(1);
    line->addWidget(m_photo);
    line->addStretch(1);
    rows()->addWidget(place);
    rows()->addStretch(1);
    connect(m_photo, &PhotoStrip::refused, this,
            [this](const QString &sentence) { this->desk().notices().say(sentence); });
    connect(m_kind, &Segmented::currentIndexChanged, this, &BookForm::offerCategories);
    connect(m_method, &Segmented::currentIndexChanged, this, &BookForm::clearProblem);
    connect(m_category, &QComboBox::editTextChanged, this, &BookForm::clearProblem);
    endWith(m_note);
}

bool BookForm::isExpense() const
{
    return m_kind->currentIndex() <= 0;
}

void BookForm::begin(const QStringList &categories)
{
    m_used = categories;
    m_kind->setCurrentIndex(0);
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_amount), static_cast<QLineEdit *>(m_tax), m_who->edit(),
                            m_day->edit(), m_document->edit(), m_note->edit()})
        edit->clear();
    m_method->setCurrentIndex(int(PaymentMethod::Transfer));
    m_photo->setPhotos({});
    m_category->setEditText({});
    offerCategories();
    clearProblem();
    beginTyping({}, tr("An expense or income"));
    focusFirst();
}

void BookForm::offerCategories()
{
    const QString typed = m_category->currentText();
    m_category->clear();
    QStringList names;
    const QStringList usual = finance::usualCategories(isExpense());
    for (const QString &code : usual)
        names.append(categoryName(code));
    for (const QString &code : m_used) { // of the shop's own words those that are no code of the program's
        if (categoryName(code) == code && !names.contains(code))
            names.append(code);
    }
    m_category->addItems(names);
    m_category->setEditText(typed);
    setTitle(isExpense() ? tr("Expense") : tr("Other income"));
    m_who->setLabel(isExpense() ? tr("To whom") : tr("From whom"));
    m_taxField->setVisible(isExpense());
    clearProblem();
}

void BookForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

Result<finance::BookDraft> BookForm::typed() const
{
    TRY_ASSIGN(const Money amount, m_amount->value());
    finance::BookDraft draft{isExpense(), categoryOf(m_category->currentText(), isExpense()), amount};
    draft.method = payMethod(*m_method).value_or(PaymentMethod::Transfer);
    if (const QString day = m_day->text().trimmed(); !day.isEmpty()) {
        TRY_ASSIGN(draft.date, bookDay(day, desk().today(), desk().locale()));
    }
    draft.counterparty = m_who->text().trimmed();
    draft.documentNumber = m_document->text().trimmed();
    draft.note = m_note->text().trimmed();
    if (isExpense() && !m_tax->text().trimmed().isEmpty()) {
        TRY_ASSIGN(draft.taxInside, m_tax->value());
    }
    if (!m_photo->photos().empty())
        draft.photo = m_photo->photos().front();
    return draft;
}

void BookForm::submit()
{
    if (isBusy())
        return;
    auto draft = typed();
    if (!draft)
        return setProblem(draft.error());
    if (!m_photo->isWhole())
        return desk().notices().say(tr("The photo is still being taken in. Once it is, Enter again."));
    write([this,
           draft = std::move(*draft)] { return finance::BooksService(desk().session(), desk().door()).enter(draft); },
          [this](TransactionId) { finish(); },
          [this](const Error &error) {
              if (error.code == "books.no_category")
                  m_category->setFocus(Qt::OtherFocusReason);
          });
}

} // namespace thimblely::ui
