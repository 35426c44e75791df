// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_fields_model.h"
#include "ui/measurements/panel.h"

#include <QListView>

class QHBoxLayout;
class QScrollBar;

namespace thimblely::ui {

class Label;

//! Where the columns of the list lie in a row of a width; mirrored by the caller with QStyle::visualRect.
struct MeasureColumns {
    QRect number, name, today, last, state;
    static MeasureColumns in(const QRect &row, bool compact);
};

/*!
 * The list of measures: header, rows (600 measured today, 400 kept, – empty), and a footer that counts.
 * Up and Down walk it, Enter asks for the field; it keeps no value of its own.
 */
class MeasureList : public Panel {
    Q_OBJECT
public:
    explicit MeasureList(QWidget *parent);

    MeasureFieldsModel *model() { return &m_model; }
    QListView *view() { return m_view; }
    void setUnit(LengthUnit unit);
    //! Words over the column of the last visit, and shorter ones for a narrow list: "14 Mar", "Mar".
    void setLastVisit(const QString &words, const QString &shortWords);
    //! What was kept and from where: "4 kept from shirt, 14 Mar"; empty: only the number kept is said.
    void setKeptWords(const QString &words);
    void setCompact(bool compact);
    void setCurrent(const QString &code);
    QString current() const;
    //! Rows may be dragged to another place; asked for through the model.
    void setReorderable(bool on);
    //! A control for the end of the footer in the narrow form; it is taken over.
    void setFooterAction(QWidget *action);

Q_SIGNALS:
    //! The person went to another row by mouse or key.
    void currentChanged(const QString &code);
    //! Enter on a row, or a click: the field is to be typed into.
    void fieldRequested(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshFooter();
    void placeScrollBar();
    void restyle();

    MeasureFieldsModel m_model;
    QWidget *m_header;
    QListView *m_view;
    QScrollBar *m_bar; //!< lies over the rows, so that they keep the columns of the header
    QWidget *m_footer;
    QWidget *m_squares;
    Label *m_count;
    QHBoxLayout *m_actionRow;
    LengthUnit m_unit = LengthUnit::Centimetre;
    QString m_lastWords;
    QString m_lastShort;
    QString m_keptWords;
    bool m_compact = false;
    bool m_setting = false;

    friend class MeasureListHeader;
};

} // namespace thimblely::ui
