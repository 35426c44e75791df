// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QFrame>

#include <vector>

class QMenu;

namespace thimblely::changes {
struct ChangeSet;
}

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * Over every screen while somebody practises on a copy: that nothing here is real, the next thing to try of a list that
 * takes five minutes and ticks itself off, and the way back to the shop.
 */
class PracticeBanner : public QFrame {
    Q_OBJECT

public:
    explicit PracticeBanner(Desk &desk, QWidget *parent = nullptr);

    //! How many things there are to try, and how many were done.
    int steps() const { return int(m_steps.size()); }
    int done() const;

Q_SIGNALS:
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step {
        QString words;
        std::vector<QByteArray> kinds; //!< operations that are it
        bool done = false;
    };

    void note(const changes::ChangeSet &changes);
    void refresh();

    std::vector<Step> m_steps;
    Label *m_next;
    Button *m_list;
    QMenu *m_menu;
    Button *m_leave;
};

} // namespace thimblely::ui
