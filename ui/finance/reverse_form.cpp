// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/reverse_form.h"

#include "core/finance/books_service.h"
#include "ui/desk/day_text.h"
#include "ui/finance/book_words.h"
#include "ui/widgets/field_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

ReverseForm::ReverseForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Take back"), tr("Take it back"), parent)
{
    m_reason = addText(tr("Why"));
    rows()->addStretch(1);
    endWith(m_reason);
}

void ReverseForm::begin(const finance::BookEntry &entry)
{
    m_entry = entry.id;
    setWords(tr("%1 of %2: %3. The row stays, and one that takes it back stands beside it.")
                 .arg(desk().amount(entry.amount), wholeDayText(entry.date, desk().locale()), bookTitle(entry)));
    m_reason->setText({});
    clearProblem();
    beginTyping(entry.id.toString(), tr("An entry of the books, taken back"));
    focusFirst();
}

void ReverseForm::focusFirst()
{
    m_reason->edit()->setFocus(Qt::OtherFocusReason);
}

void ReverseForm::submit()
{
    if (isBusy() || !m_entry)
        return;
    write(
        [this, reason = m_reason->text().trimmed()] {
            return finance::BooksService(desk().session(), desk().door()).reverse(*m_entry, reason);
        },
        [this](TransactionId) { finish(); }, [this](const Error &) { focusFirst(); });
}

} // namespace thimblely::ui
