// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_service.h"

#include <QWidget>

#include <optional>

class QBoxLayout;

namespace thimblely::ui {

class Button;
class Chip;
class Desk;
class Label;
class RightsView;
class SectionHead;

/*!
 * One of the team as a card in words: what they do, what they may, up to which amounts, when they work. Of oneself it is
 * the whole of it; the buttons are those that the reader may press.
 */
class MemberView : public QWidget {
    Q_OBJECT

public:
    MemberView(Desk &desk, QWidget *parent);

    //! `namesake`: who else has that name (namesake_words.h); empty: nobody.
    void showCard(const MemberCard &card, const QString &namesake = {});
    const std::optional<MemberCard> &card() const { return m_card; }
    void focusFirst();

Q_SIGNALS:
    void changeRequested();
    void pinRequested();
    void practiceRequested();
    void accessRequested();
    void suspendRequested();
    void bringBackRequested();
    void removeRequested();
    void residencyRequested();

private:
    QWidget *buildButtons();
    void showButtons();
    void showStatus();
    void showLimits();
    void showTerms();

    Desk &m_desk;
    std::optional<MemberCard> m_card;
    SectionHead *m_head;
    Chip *m_status;
    Button *m_change;
    Button *m_pin;
    Button *m_practise;
    Button *m_access;
    Button *m_suspend;
    Button *m_bringBack;
    Button *m_remove;
    Button *m_residency;
    Label *m_namesake;
    Label *m_why;
    RightsView *m_rights;
    Label *m_limits;
    Label *m_terms;
};

} // namespace thimblely::ui
