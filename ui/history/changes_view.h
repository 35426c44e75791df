// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/changed_rows.h"
#include "core/changes/history.h"
#include "ui/widgets/pane.h"

#include <QTimer>

#include <optional>

class QTextBrowser;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * One operation: what it was, who did it, and field by field what it changed; with the way to take it back, or why there
 * is none. What it changed is read on the reader's thread.
 */
class ChangesView : public Pane {
    Q_OBJECT

public:
    explicit ChangesView(Desk &desk, QWidget *parent = nullptr);

    void show(const changes::History::Operation &operation);
    void showNothing();
    //! Everything it says, as a person reads it; for the test and the screen reader.
    QString text() const;

private:
    void build();
    void forget();
    void read();
    void render();
    void renderMore();
    void showWayBack();
    void takeBack();

    Desk &m_desk;
    std::optional<changes::History::Operation> m_operation;
    changes::ChangedRows::Rows m_rows;
    bool m_read = false;
    size_t m_rendered = 0; //!< of m_rows
    QTimer m_rest;         //!< what an import wrote takes longer than a frame: the rest follows part by part
    Label *m_title = nullptr;
    Label *m_who = nullptr;
    Label *m_why = nullptr;
    Button *m_back = nullptr;
    QTextBrowser *m_text = nullptr;
};

} // namespace thimblely::ui
