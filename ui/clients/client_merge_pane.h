// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_merge_service.h"
#include "ui/widgets/pane.h"

class QGridLayout;

namespace thimblely::ui {

class Button;
class ClientPicker;
class Desk;
class Label;

/*!
 * Two cards of one person, in place of the card: which is the other one, which of the two stays, what would move and
 * what would not, and then it is done. Nothing is written before; the toast takes it back.
 */
class ClientMergePane : public Pane {
    Q_OBJECT
public:
    explicit ClientMergePane(Desk &desk, QWidget *parent = nullptr);

    //! `goes`: the other card where it is known already.
    void start(ClientId stays, std::optional<ClientId> goes = {});
    ClientId stays() const { return *m_stays; }
    void focusFirst();

Q_SIGNALS:
    void finished(thimblely::ClientId client);
    void leaveRequested();

private:
    void build();
    void refresh();
    void showPreview(const MergePreview &preview);
    void addLine(const QString &head, const QString &words);
    QStringList movedRows(const MergedRows &rows) const;
    void merge();
    void setProblem(const QString &sentence);

    Desk &m_desk;
    std::optional<ClientId> m_stays;
    std::optional<ClientId> m_goes;
    Label *m_title = nullptr;
    ClientPicker *m_other = nullptr;
    QGridLayout *m_lines = nullptr;
    QWidget *m_body = nullptr;
    Label *m_problem = nullptr;
    Button *m_swap = nullptr;
    Button *m_cancel = nullptr;
    Button *m_merge = nullptr;
};

} // namespace thimblely::ui
