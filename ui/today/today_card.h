// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/today/today_row.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class CountLink;
class ForwardLink;
class Label;
class ListView;
class SentenceLink;
class TodayModel;

/*!
 * A card of Today: what it counts in its head, its rows, and at its foot where the rest of them is. In a low window the
 * foot's link stands in the head. Where no row can be shown it says why: nothing there, or what went wrong.
 */
class TodayCard : public Card {
    Q_OBJECT

public:
    //! `name` is what a screen reader calls its list.
    explicit TodayCard(const QString &name, QWidget *parent = nullptr);

    CountLink *addCount(std::optional<Status> shape, const QString &title);
    //! A heading that counts nothing, with what follows it.
    void addTitle(const QString &title, QWidget *after);
    //! Stands above the rows.
    void addTop(QWidget *top);

    //! Without rows `nothing` is said.
    void setRows(std::vector<TodayRow> rows, const QString &nothing);
    void setProblem(const QString &sentence);
    void setFootLink(const QString &text);
    //! "%1" in the sentence is the link; empty: nothing is remarked.
    void setFootRemark(const QString &sentence, const QString &link);

    //! A figure that leads nowhere, with what it is made of; empty: none.
    void setFootNote(const QString &note, const QString &meaning);

    void setLow(bool low);
    //! Of the card with all its rows, so that five are seen.
    int wantedHeight() const;
    //! False where there is no row to give the keyboard to.
    bool focusRows();
    TodayModel &model() { return *m_model; }

Q_SIGNALS:
    void wentTo(const thimblely::ui::TodayTarget &target);
    //! What else can be done about a row, where its menu opens on the screen.
    void menuRequested(const thimblely::ui::TodayTarget &about, const QPoint &at);
    void footRequested();
    void remarkRequested();

private:
    void buildFoot();
    void showMessage(const QString &sentence, Role role);
    void place();

    TodayModel *m_model;
    ListView *m_list;
    Label *m_message;
    QVBoxLayout *m_all;
    QWidget *m_head;
    QHBoxLayout *m_headRow;
    QWidget *m_foot;
    SentenceLink *m_remark;
    Label *m_note;
    ForwardLink *m_footLink;
    ForwardLink *m_headLink;
    bool m_low = false;
};

} // namespace thimblely::ui
