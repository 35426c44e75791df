// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/page.h"
#include "ui/exchange/import_look.h"

class QProgressBar;
class QStackedLayout;

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class CellTable;
class ColumnModel;
class EmptyState;
class ImportChoices;
class Label;
class Pane;
class PlainButton;
class PrimaryButton;
class RefusedModel;
class SectionHead;

/*!
 * Old books come in: a file is chosen or dropped, shown as it was understood with its columns, what would be new, changed
 * and not understood, mended where it stands, and taken in by one button, as one operation that the toast takes back.
 */
class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    QString title() const override { return tr("Bring in an old book"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId id) override;

    //! Files or folders, as dropped onto the window.
    void open(const QStringList &paths);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildBusy();
    QWidget *buildSeen();
    Pane *buildColumns();
    Pane *buildResult();
    void connectLook();
    void choose();
    void refresh();
    void showSeen();
    void showCounts();
    void lookAgain();
    void takeChoice(const QString &heading, const QByteArray &key);
    void takeCorrection(qint64 line, const QStringList &cells);
    void showDone(const ImportReport &report);
    void layOut();

    Desk &m_desk;
    ImportLook *m_look;
    ColumnModel *m_columns;
    RefusedModel *m_refused;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_start = nullptr;
    QWidget *m_busy = nullptr;
    Label *m_busyWords = nullptr;
    QProgressBar *m_progress = nullptr;
    PlainButton *m_stop = nullptr;
    QWidget *m_seen = nullptr;
    Pane *m_right = nullptr;
    SectionHead *m_head = nullptr;
    ImportChoices *m_choices = nullptr;
    CellTable *m_columnTable = nullptr;
    Label *m_noColumns = nullptr;
    Label *m_counts = nullptr;
    Label *m_first = nullptr; // entries as they would stand here
    Label *m_problem = nullptr;
    SectionHead *m_refusedHead = nullptr;
    CellTable *m_refusedTable = nullptr;
    Label *m_why = nullptr;             // of the line one stands in, whole: the table has room for its beginning
    QWidget *m_allUnderstood = nullptr; // keeps the place of the table, where there is none
    QWidget *m_noTable = nullptr;       // of the columns likewise
    PrimaryButton *m_take = nullptr;
    ImportOptions m_options; // as chosen so far
    QTimer m_soon;           // several cells are mended one after the other
};

} // namespace thimblely::ui
