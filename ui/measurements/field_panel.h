// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/history_line.h"
#include "ui/measurements/measure_field.h"
#include "ui/measurements/panel.h"

class QVBoxLayout;
class QGridLayout;

namespace thimblely::ui {

class FitEdit;
class Label;
class ScaleStrip;
class ValueField;

//! The third column: the field's name, the big value, its scale, a place for a notice, and the facts at the foot.
class FieldPanel : public Panel {
    Q_OBJECT
public:
    explicit FieldPanel(QWidget *parent);

    ValueField *value() { return m_value; }
    ScaleStrip *scale() { return m_scale; }
    //! Whether there is anything for the scale to show; in a low panel a question about the whole visit comes first.
    void setScaleWanted(bool wanted);
    FitEdit *fit() { return m_fit; }
    //! Shows `field` as number `number` of `count`; `next` are the names that follow. The value is left alone.
    void setField(const MeasureField &field, int number, int count, const QStringList &next, LengthUnit unit);
    //! The values of the visits, drawn as a line.
    void setHistory(const QString &name, std::vector<HistoryPoint> points);
    //! A box between the scale and the facts (the plausibility question); taken over, null takes it away.
    void setNotice(QWidget *notice);
    //! The control under the facts, in the wide form; taken over.
    void setFooterAction(QWidget *action);
    void setCompact(bool compact);
    //! Name and next names large enough for the one who holds the tape.
    void setHelperView(bool on);

private:
    void restyle();
    void refreshBefore();
    void refreshRoom();

    QVBoxLayout *m_column;
    Label *m_name;
    Label *m_also;
    Label *m_position;
    ValueField *m_value;
    ScaleStrip *m_scale;
    QVBoxLayout *m_noticePlace;
    QWidget *m_notice = nullptr;
    QGridLayout *m_facts;
    HistoryLine *m_history;
    Label *m_fitLabel;
    FitEdit *m_fit;
    Label *m_tapeLabel;
    Label *m_tape;
    Label *m_beforeLabel;
    Label *m_before;
    Label *m_nextLabel;
    Label *m_next;
    std::vector<EarlierValue> m_earlier;
    bool m_paired = false;
    bool m_scaleWanted = true;
    bool m_fits = false; //!< a length of the body, than which a garment may be cut longer or shorter
    LengthUnit m_unit = LengthUnit::Centimetre;
    bool m_compact = false;
    bool m_helperView = false;
};

} // namespace thimblely::ui
