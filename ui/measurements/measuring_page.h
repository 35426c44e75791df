// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"
#include "ui/measurements/measure_fields_model.h"
#include "ui/measurements/measuring_header.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace thimblely::ui {

class BodyView;
class FieldPanel;
class MeasureList;
class StrayFigures;
class ValueField;

/*!
 * The measuring page: the body, the list and one big field under a header row; a view only, told by setters and
 * telling by signals. It shows what was typed at once and says so; the caller stores it and may correct a field with
 * setField(). Keys: Enter to the next field where there is work left (in an empty one it keeps the last visit's value), Up
 * and Down to the neighbours, with Alt they take the field along, F11; the window calls save(), toggleHelperView() and
 * leaveHelperView() for its Ctrl+S, F11 and Esc.
 */
class MeasuringPage : public QWidget {
    Q_OBJECT
public:
    explicit MeasuringPage(QWidget *parent = nullptr);

    void setClient(const QString &name, const QString &number);
    //! The client's `gender_for_fit`, and whether it is measured as a child: which figure is drawn.
    void setPerson(const QString &genderForFit, bool child);
    void setTemplates(std::vector<TemplateChoice> choices, const QString &currentKey);
    //! All fields in the order of the template; the first one still empty becomes the current one.
    void setFields(std::vector<MeasureField> fields);
    //! Replaces the field of the same code; what is being typed into it stays.
    void setField(const MeasureField &field);
    const std::vector<MeasureField> &fields() const { return m_fields; }
    void setCurrent(const QString &code);
    QString current() const { return m_current; }

    void setUnits(const std::vector<LengthUnit> &units);
    void setUnit(LengthUnit unit);
    LengthUnit unit() const { return m_unit; }
    void setFractionDenominator(int denominator);
    void setPosture(const QString &code);
    void setDraftState(const QString &sentence);
    //! The day of the last visit: "14 Mar", in a narrow list "Mar", on the scale "March".
    void setLastVisit(const QString &day, const QString &shortDay, const QString &month);
    //! "4 kept from shirt, 14 Mar"; empty: only how many are kept.
    void setKeptWords(const QString &words);
    //! A box under the scale, taken over; null takes it away.
    void setNotice(QWidget *notice);
    //! Restores text that was being typed (a device draft) in the current field.
    void setTypedText(BodySide side, const QString &text);

    //! Reads the last field and asks to save; what cannot be read is shown and holds the person there.
    void save();
    //! To the next field that is neither measured nor kept, as Enter does.
    void next();
    //! Fields may be put into another order: by Alt with Up and Down, and by dragging their rows.
    void setReorderable(bool on);
    //! For two: the value large, with the next names; or back to the list.
    void toggleHelperView();
    //! Out of the helper view; false: not in it.
    bool leaveHelperView();
    void focusValue();
    ValueField *valueField();
    MeasureList *list() { return m_list; }
    BodyView *body() { return m_body; }
    //! Of the button at the end of the header.
    QMenu *moreMenu();
    //! What a narrow header has no room for.
    void addHidden(QMenu *menu);

Q_SIGNALS:
    void valueCommitted(const thimblely::MeasuredValue &value);
    void valueCleared(const QString &code, BodySide side);
    //! The last visit's value was kept for this one.
    void valueKept(const QString &code);
    //! Each change of text, for the device draft.
    void typing(const QString &code, BodySide side, const QString &text);
    void currentChanged(const QString &code);
    void templateChosen(const QString &key);
    void postureChosen(const QString &code);
    void unitChanged(LengthUnit unit);
    //! The garment is cut otherwise than the body says, by another amount than before.
    void fitChanged(const QString &code);
    //! The fields stand in another order now.
    void orderChanged(const QStringList &codes);
    void saveRequested();
    //! Nothing was saved: what stands in the field of `code` cannot be read.
    void saveHeld(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    void addKeys();
    void layOut();
    MeasureField *find(const QString &code);
    int indexOf(const QString &code) const;
    MeasureRow rowOf(size_t index) const;
    void addTyping(MeasureRow &row, const MeasureField &field) const;
    void refreshAllRows();
    void refreshRow(const QString &code);
    void fillValue();
    void refreshFieldPanel();
    void refreshScale();
    void refreshHint();
    void goTo(const QString &code);
    void move(int by);
    void chooseUnit(LengthUnit unit);
    bool mayLeave();
    void moveField(const QString &code, int to);
    void takeFit(const QString &code, const FieldValue &fit);
    void takeValue(const MeasuredValue &value);
    void clearValue(BodySide side);
    void keepLast();
    void setHelperView(bool on);

    QVBoxLayout *m_column;
    QHBoxLayout *m_columns;
    MeasuringHeader *m_header;
    BodyView *m_body;
    MeasureList *m_list;
    FieldPanel *m_panel;
    StrayFigures *m_stray;
    QWidget *m_saveWide;
    QWidget *m_saveNarrow;
    std::vector<MeasureField> m_fields;
    QString m_current;
    QString m_month;
    BodySide m_side = BodySide::Both; //!< the side typed last, shown on the scale
    LengthUnit m_unit = LengthUnit::Centimetre;
    int m_denominator = 8;
    bool m_compact = false;
    bool m_helperView = false;
    bool m_reorderable = false;
};

} // namespace thimblely::ui
