// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "ui/widgets/pane.h"

#include <optional>

class QListView;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class ClientMatches;
class Desk;
class FieldEdit;
class Label;
class OrderEditor;

/*!
 * The first pane of the counter: who the order is for. A number or a name finds the client while it is typed; Enter
 * takes the first match. Unknown: Enter, the name (or the number), Enter, and the client is added without another
 * screen. Below stands what one wants to know of them now: what is owed, the fit notes, the measures.
 */
class WhoPane : public Pane {
    Q_OBJECT

public:
    WhoPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    void focusField();
    void choose(ClientId client);

Q_SIGNALS:
    void chosen(); //!< a client stands there now: on to the pieces

private:
    void build();
    QWidget *buildCard();
    void follow(const QString &typed);
    void accept();
    void offerNew(const QString &typed);
    void addNew();
    void showClient();
    void showMeasures(ClientId client);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Desk &m_desk;
    OrderEditor &m_editor;
    ClientMatches *m_matches;
    FieldEdit *m_who = nullptr;
    FieldEdit *m_new = nullptr; // the name of a new number, or the number of a new name
    QListView *m_list = nullptr;
    QWidget *m_card = nullptr;
    Label *m_name = nullptr;
    Label *m_number = nullptr;
    Label *m_status = nullptr;
    Label *m_owes = nullptr;
    Label *m_fitNotes = nullptr;
    Label *m_measuresHead = nullptr;
    QVBoxLayout *m_measures = nullptr;
    Button *m_open = nullptr;
};

} // namespace thimblely::ui
