// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_log.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class Segmented;

//! What was said with a client, newest first, and a line to note the next call. Reads for itself.
class ClientLogList : public QWidget {
    Q_OBJECT
public:
    explicit ClientLogList(Desk &desk, QWidget *parent = nullptr);

    void showClient(ClientId client);
    //! The keyboard in the line for the next note.
    void focusNote();

private:
    void read(int count);
    void addRow(const LogEntry &entry);
    void note();
    void keepDraft();
    void restoreDraft();
    void setProblem(const QString &sentence);

    Desk &m_desk;
    std::optional<ClientId> m_client;
    int m_shown = 0;
    QWidget *m_line;
    Segmented *m_kind;
    QLineEdit *m_text;
    Label *m_problem;
    QVBoxLayout *m_rows;
    Label *m_none;
    Button *m_more;
};

} // namespace thimblely::ui
