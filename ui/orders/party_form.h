// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/party_service.h"
#include "ui/widgets/pane.h"

#include <QTimer>

class QComboBox;
class QPlainTextEdit;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * Lies over a pane where people are added to an order: their names pasted in one go, whom of them the shop knows, and
 * whose pieces each of them gets, too. What is typed is kept on this device.
 */
class PartyForm : public Pane {
    Q_OBJECT

public:
    PartyForm(Desk &desk, QWidget *over);

    //! `alike`: whose pieces can be had by each, as they are read; `subject`: what is typed is kept for it.
    void ask(const QStringList &alike, const QString &subject);
    bool isOpen() const { return isVisible(); }
    void submit();
    void leave();
    void setBusy(bool busy);
    void setProblem(const QString &sentence);
    //! They stand in the order: what was typed is wanted no more.
    void done();

Q_SIGNALS:
    //! `alike`: which of those named; -1: nobody's pieces.
    void accepted(const std::vector<thimblely::orders::PartyGuest> &guests, int alike);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void typed();
    void look();
    void showGuests(const std::vector<orders::PartyGuest> &guests);
    void send();

    Desk &m_desk;
    QPlainTextEdit *m_names;
    QComboBox *m_alike;
    Label *m_found;
    Label *m_known;
    Label *m_problem;
    Button *m_add;
    QTimer m_look;
    QString m_subject;
    QString m_lookedFor;
    std::vector<orders::PartyGuest> m_guests;
    bool m_busy = false;
    bool m_send = false; // as soon as it is known who they are
};

} // namespace thimblely::ui
