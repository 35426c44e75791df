// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_workspaces_service.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * One of a person's workspaces in words: whose it is and what they are in it, with what they can do about it from where
 * they are. One they are not in is only gone to: the rest is done there, and nothing of it is read from here.
 */
class WorkspaceCard : public QWidget {
    Q_OBJECT

public:
    WorkspaceCard(Desk &desk, QWidget *parent);

    void showWorkspace(const OwnWorkspace &workspace);
    const std::optional<OwnWorkspace> &workspace() const { return m_workspace; }
    void focusFirst();

Q_SIGNALS:
    void switchRequested();
    void profileRequested();
    void transferRequested();
    void leaveRequested();
    void deleteRequested();
    void bringBackRequested();

private:
    QString words(const OwnWorkspace &workspace, bool here) const;

    Desk &m_desk;
    std::optional<OwnWorkspace> m_workspace;
    Label *m_name;
    Label *m_role;
    Label *m_words;
    Button *m_switch;
    Button *m_bringBack;
    Button *m_profile;
    Button *m_transfer;
    Button *m_leave;
    Button *m_delete;
};

} // namespace thimblely::ui
