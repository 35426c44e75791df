// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "ui/widgets/pane.h"

#include <optional>

class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class ClientMatches;
class Desk;
class DuplicateNotice;
class FamilyRow;
class Label;
class MeasuresGlance;
class ListView;
class OrderEditor;

/*!
 * The first pane of the counter: who the order is for. A number or a name finds the client while it is typed; Enter
 * takes the first match. Unknown: Enter, the name (or the number), Enter, and the client is added without another
 * screen; somebody like them who is there already is named at once. Below stands what one wants to know of them now:
 * what is owed, the fit notes, the measures, and the family: one pays, and each of them can be who a piece is for. In
 * a narrow window the pane is one line above the pieces.
 */
class WhoPane : public Pane {
    Q_OBJECT

public:
    WhoPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    void focusField();
    void choose(ClientId client);
    //! As one line instead of a column.
    void setLine(bool line);
    //! Reads again who stands there.
    void refresh();
    //! Escape in an open list of matches; false where none is open.
    bool closeMatches();

Q_SIGNALS:
    void chosen(); //!< a client stands there now: on to the pieces

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool bringBackClient();
    void build();
    QWidget *buildCard();
    QWidget *buildSections();
    void connectFields();
    void arrange();
    void follow(const QString &typed);
    void accept();
    void offerNew(const QString &typed);
    void offerMember();
    void showNew();
    void addNew();
    ClientDraft typedDraft() const;
    bool showDoubts(const ClientDraft &draft);
    void wear(ClientId member);
    void placeNotice();
    void showClient();
    void showNotesMenu();
    void showMatches(bool visible);
    void setError(const QString &sentence);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Desk &m_desk;
    OrderEditor &m_editor;
    ClientMatches *m_matches;
    bool m_line = false;
    QWidget *m_head = nullptr;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_new = nullptr; // the name of a new number, or the number of a new name
    DuplicateNotice *m_duplicates = nullptr;
    std::optional<ClientId> m_takenOff; // by emptying the field
    std::optional<ClientId> m_memberOf; // who pays for the one whose name is asked for
    QString m_doubted;                  // a number that was asked about already
    Label *m_error = nullptr;
    ListView *m_list = nullptr; // lies over what is below the field
    QWidget *m_card = nullptr;
    QWidget *m_sections = nullptr;
    Label *m_name = nullptr;
    Label *m_number = nullptr;
    Label *m_status = nullptr;
    Label *m_owes = nullptr;
    Label *m_fitNotes = nullptr;
    FamilyRow *m_family = nullptr;
    MeasuresGlance *m_measures = nullptr;
    Button *m_open = nullptr;
    Button *m_notes = nullptr; // the fit notes, where there is only a line
};

} // namespace thimblely::ui
