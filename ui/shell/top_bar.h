// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

class QMenu;

namespace thimblely::ui {

class Button;
class Label;
class SearchField;

/*!
 * The bar over every screen: the one search, whether all is saved, hide-money, and who is signed in. It owns no
 * behaviour but its own looks: the shell connects it.
 */
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(const QString &personName, bool seesMoney, QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    QMenu *personMenu() const { return m_personMenu; }
    //! In which workspace one is, with the way to the others; not there while `others` is empty, or the bar is narrow.
    void setWorkspace(const QString &name, QMenu *others);
    void setNarrow(bool narrow);
    //! Writes that are on their way; none: all is saved here.
    void setWaitingWrites(int count);
    //! What is being typed could not be kept; stays said until setSaved().
    void setNotSaved(const QString &reason);
    void setSaved();
    //! How many notifications nobody has read; the bell echoes them and does nothing else.
    void setUnread(int count);

Q_SIGNALS:
    void bellClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMoneyState();
    void showWorkspace();

    SearchField *m_search;
    Label *m_saved;
    bool m_notSaved = false;
    bool m_narrow = false;
    Button *m_hideMoney;
    Button *m_bell;
    Button *m_workspace;
    Button *m_person;
    QMenu *m_personMenu;
};

} // namespace thimblely::ui
