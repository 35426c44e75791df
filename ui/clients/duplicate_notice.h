// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_service.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * Says at once that somebody like the person being typed is there already, and leaves the answer to who types; whoever
 * saves asks it whether an answer is still wanted. Looks a moment after the last key; what was answered is not asked
 * again until forget().
 */
class DuplicateNotice : public QWidget {
    Q_OBJECT
public:
    explicit DuplicateNotice(Desk &desk, QWidget *parent = nullptr);

    //! What stands in the fields now; `self` is the card that is edited.
    void look(const ClientDraft &draft, std::optional<ClientId> self);
    //! Looks now: whether somebody like them waits for an answer; then the keyboard is with the answers.
    bool holds(const ClientDraft &draft, std::optional<ClientId> self);
    //! Another person is typed from now on.
    void forget();
    //! Offers to make the two cards one: where both are cards already.
    void setMergeOffered(bool offered);
    const std::vector<Duplicate> &found() const { return m_found; }

Q_SIGNALS:
    void changed(); //!< it says something else now, or nothing
    void settled(); //!< all were said to be other people
    void openRequested(thimblely::ClientId client);
    void familyRequested(thimblely::ClientId payer);
    void mergeRequested(thimblely::ClientId client);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void show();
    ClientId first() const { return m_found.front().client.id; }

    Desk &m_desk;
    QTimer m_timer;
    ClientDraft m_draft;
    std::optional<ClientId> m_self;
    std::vector<Duplicate> m_found;
    std::set<ClientId> m_others; //!< said to be another person
    Label *m_words;
    Button *m_open;
    Button *m_merge;
    Button *m_family;
    Button *m_other;
};

} // namespace thimblely::ui
