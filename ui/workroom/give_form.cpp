// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/give_form.h"

#include "core/workroom/workroom_service.h"
#include "ui/desk/duration_text.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/label.h"
#include "ui/workroom/work_words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace thimblely::ui {

GiveForm::GiveForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Give it"), over), m_who(addChoice(tr("Who works on it"))),
      m_before(new Label(TextStyle::Caption, Role::Muted, {}, body()))
{
    m_before->setWordWrap(true);
    rows()->addWidget(m_before);
    rows()->addStretch(1);
    m_who->installEventFilter(this);
}

bool GiveForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_who && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            submit();
            return true;
        }
    }
    return SideForm::eventFilter(watched, event);
}

void GiveForm::begin(const workroom::WorkCard &card)
{
    m_piece = card.id;
    clearProblem();
    offerHands(card);
    showBefore(card.id);
    come(card.id.toString(), cardName(card), tr("Give to"), cardName(card), m_who);
}

void GiveForm::offerHands(const workroom::WorkCard &card)
{
    m_who->clear();
    m_people.clear();
    m_who->addItem(tr("Nobody"));
    const auto hands = workroom::WorkroomService(desk().session(), desk().door()).hands();
    if (!hands) {
        setProblem(hands.error());
        return;
    }
    for (const workroom::Hand &hand : *hands) {
        //: a name, how many pieces they have and how long these take: "Sade: 3 pieces, 5 h"
        m_who->addItem(hand.pieces > 0 ? tr("%1: %2, %3")
                                             .arg(isolated(hand.name), pieceCount(hand.pieces),
                                                  durationText(hand.minutes, desk().locale()))
                                       : tr("%1: nothing yet").arg(isolated(hand.name)));
        m_people.push_back(hand.person);
        if (card.given == hand.person)
            m_who->setCurrentIndex(m_who->count() - 1);
    }
    if (!card.given && m_who->count() > 1)
        m_who->setCurrentIndex(1);
}

void GiveForm::showBefore(OrderItemId piece)
{
    const auto given = workroom::WorkroomService(desk().session(), desk().door()).given(piece);
    QStringList lines;
    if (given) {
        for (const workroom::Given &each : *given) {
            const QString to = each.to.isEmpty() ? tr("nobody") : isolated(each.to);
            //: a moment, and to whom by whom: "today 14:32: to Sade (Amina)"
            lines.append(tr("%1: to %2 (%3)").arg(momentText(each.at, desk()), to, isolated(each.by)));
        }
    }
    m_before->setText(lines.join(u'\n'));
    m_before->setVisible(!lines.isEmpty());
}

void GiveForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    const int chosen = m_who->currentIndex();
    const auto to = chosen > 0 ? std::optional(m_people[size_t(chosen - 1)]) : std::nullopt;
    write([this, to] { return workroom::WorkroomService(desk().session(), desk().door()).give(*m_piece, to); });
}

} // namespace thimblely::ui
