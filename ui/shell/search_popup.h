// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFrame>
#include <QListView>

namespace thimblely::ui {

class Desk;
class SearchField;
class SearchResults;

/*!
 * The list under the one search: it follows what is typed, Down goes into it, Enter opens, Escape leaves it. It lies
 * over the screen below and never takes the keyboard by itself.
 */
class SearchPopup : public QFrame {
    Q_OBJECT

public:
    SearchPopup(Desk &desk, SearchField &field, QWidget *window);

    SearchResults &results() { return *m_results; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QString &text);
    void place();
    void open(const QModelIndex &index);

    Desk &m_desk;
    SearchField &m_field;
    SearchResults *m_results;
    QListView *m_list;
};

} // namespace thimblely::ui
