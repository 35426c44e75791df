// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/words_form.h"

#include "core/workroom/workroom_service.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/workroom/work_words.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace thimblely::ui {

DelayForm::DelayForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Keep it"), over), m_reason(addChoice(tr("Why it is late"))), m_words(addText(tr("In words")))
{
    for (const QString &reason :
         {tr("Cloth or trim not here"), tr("Client did not come or answer"), tr("More work than was planned"),
          tr("Somebody is ill or away"), tr("Machine or power"), tr("Put right once more"), tr("Other"),
          tr("Nothing holds it up any more")})
        m_reason->addItem(reason);
    rows()->addStretch(1);
    endWith(m_words);
}

void DelayForm::begin(const workroom::WorkCard &card)
{
    m_piece = card.id;
    m_reason->setCurrentIndex(0);
    m_words->setText({});
    QString was = card.delay; // as submit() put it together
    for (int i = 0; i < m_reason->count(); ++i) {
        const QString reason = m_reason->itemText(i);
        if (was == reason || was.startsWith(reason + QStringLiteral(": "))) {
            m_reason->setCurrentIndex(i);
            m_words->setText(was.mid(reason.size() + 2));
            was.clear();
            break;
        }
    }
    if (!was.isEmpty()) {
        m_reason->setCurrentIndex(m_reason->count() - 2);
        m_words->setText(was);
    }
    come(card.id.toString(), cardName(card), tr("Why late"), cardName(card), m_reason);
}

void DelayForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    const bool over = m_reason->currentIndex() == m_reason->count() - 1;
    const bool other = m_reason->currentIndex() == m_reason->count() - 2;
    const QString words = m_words->text().trimmed();
    QString reason = words.isEmpty() ? m_reason->currentText()
                     : other         ? words
                                     : m_reason->currentText() + QStringLiteral(": ") + words;
    if (over)
        reason.clear();
    write(
        [this, reason] { return workroom::WorkroomService(desk().session(), desk().door()).delay(*m_piece, reason); });
}

NoteForm::NoteForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Note it"), over), m_words(addText(tr("Note"))),
      m_before(new Label(TextStyle::Body, Role::Text, {}, body()))
{
    m_before->setWordWrap(true);
    m_before->setTextInteractionFlags(Qt::NoTextInteraction);
    rows()->addWidget(m_before);
    rows()->addStretch(1);
    endWith(m_words);
}

void NoteForm::begin(const workroom::WorkCard &card)
{
    m_piece = card.id;
    m_words->setText({});
    m_words->clearError();
    showBefore(card);
    come(card.id.toString(), cardName(card), tr("Note"), cardName(card), m_words->edit());
}

void NoteForm::showBefore(const workroom::WorkCard &card)
{
    const auto notes = workroom::WorkroomService(desk().session(), desk().door()).notes(card.id);
    QStringList lines;
    if (!card.orderNote.isEmpty())
        lines.append(tr("With the order: %1").arg(isolated(card.orderNote)));
    if (notes) {
        for (const workroom::Noted &note : *notes) {
            const QString at = momentText(note.at, desk());
            //: when, who, and what they noted: "today 14:32, Sade: left sleeve +1.2"
            lines.append(note.by.isEmpty() ? tr("%1: %2").arg(at, isolated(note.text))
                                           : tr("%1, %2: %3").arg(at, isolated(note.by), isolated(note.text)));
        }
    }
    m_before->setText(lines.join(QStringLiteral("\n")));
    m_before->setVisible(!lines.isEmpty());
}

void NoteForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    write(
        [this] { return workroom::WorkroomService(desk().session(), desk().door()).note(*m_piece, m_words->text()); });
}

} // namespace thimblely::ui
