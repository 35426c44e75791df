// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measuring_page.h"

#include "ui/measurements/body_view.h"
#include "ui/measurements/field_panel.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/stray_figures.h"
#include "ui/measurements/value_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {
namespace {

//! Under this the three columns of the wide form leave the field too little room, at 100 %.
constexpr int WideFrom = 1144;
constexpr int TallFrom = 600;

Button *saveButton(QWidget *parent)
{
    auto *button = new PlainButton(MeasuringPage::tr("Save as new version"), parent);
    button->setCaption(QStringLiteral("Ctrl+S"));
    return button;
}

} // namespace

MeasuringPage::MeasuringPage(QWidget *parent) : QWidget(parent)
{
    build();
    connectParts();
    addKeys();
    layOut();
    connect(&Theme::instance(), &Theme::changed, this, &MeasuringPage::layOut);
}

void MeasuringPage::build()
{
    m_header = new MeasuringHeader(this);
    m_body = new BodyView(this);
    m_list = new MeasureList(this);
    m_panel = new FieldPanel(this);
    m_stray = new StrayFigures(this, m_panel->value());
    Button *wide = saveButton(m_panel);
    Button *narrow = saveButton(m_list);
    m_saveWide = wide;
    m_saveNarrow = narrow;
    m_panel->setFooterAction(wide);
    m_list->setFooterAction(narrow);
    connect(wide, &QAbstractButton::clicked, this, &MeasuringPage::save);
    connect(narrow, &QAbstractButton::clicked, this, &MeasuringPage::save);

    m_columns = new QHBoxLayout;
    m_columns->addWidget(m_body);
    m_columns->addWidget(m_list);
    m_columns->addWidget(m_panel, 1);
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    m_column->addLayout(m_columns, 1);
}

void MeasuringPage::connectParts()
{
    ValueField *value = m_panel->value();
    connect(value, &ValueField::committed, this, &MeasuringPage::takeValue);
    connect(value, &ValueField::cleared, this, &MeasuringPage::clearValue);
    connect(value, &ValueField::keepRequested, this, &MeasuringPage::keepLast);
    connect(value, &ValueField::nextRequested, this, &MeasuringPage::next);
    connect(value, &ValueField::belowRequested, this, [this] { move(1); });
    connect(value, &ValueField::aboveRequested, this, [this] { move(-1); });
    connect(value, &ValueField::refused, this, [this] { refreshRow(m_current); });
    connect(value, &ValueField::edited, this, [this](BodySide side, const QString &text) {
        m_side = side;
        refreshRow(m_current);
        refreshScale();
        refreshHint();
        Q_EMIT typing(m_current, side, text);
    });
    connect(m_panel->fit(), &FitEdit::changed, this, &MeasuringPage::takeFit);
    connect(m_panel->fit(), &FitEdit::refused, value, &ValueField::setError);
    connect(m_panel->fit(), &FitEdit::nextRequested, this, [this] {
        if (m_panel->value()->commit())
            next();
    });
    connect(m_list, &MeasureList::currentChanged, this, &MeasuringPage::goTo);
    connect(m_list, &MeasureList::fieldRequested, this, &MeasuringPage::focusValue);
    connect(m_body, &BodyView::tapeClicked, this, [this](const QString &code) {
        goTo(code);
        focusValue();
    });
    connect(m_header, &MeasuringHeader::unitChosen, this, &MeasuringPage::chooseUnit);
    connect(m_header, &MeasuringHeader::templateChosen, this, &MeasuringPage::templateChosen);
    connect(m_header, &MeasuringHeader::postureChosen, this, &MeasuringPage::postureChosen);
    connect(m_header, &MeasuringHeader::helperViewToggled, this, &MeasuringPage::setHelperView);
    connect(m_header, &MeasuringHeader::choiceMade, m_panel->value(), &ValueField::resume);
}

void MeasuringPage::addKeys()
{
    // Ctrl+S, F11 and Escape are the window's: two owners of one key make it ambiguous, and neither gets it.
    for (const auto &[key, by] : {std::pair{Qt::Key_Up, -1}, {Qt::Key_Down, 1}}) {
        auto *carry = new QShortcut(QKeySequence(Qt::ALT | key), this);
        carry->setContext(Qt::WidgetWithChildrenShortcut);
        connect(carry, &QShortcut::activated, this, [this, by = by] { moveField(m_current, indexOf(m_current) + by); });
    }
    connect(m_list->model(), &MeasureFieldsModel::moveRequested, this, &MeasuringPage::moveField);
}

void MeasuringPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_stray->listen(true);
}

void MeasuringPage::hideEvent(QHideEvent *event)
{
    m_stray->listen(false);
    QWidget::hideEvent(event);
}

void MeasuringPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void MeasuringPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_compact = width() < theme.px(WideFrom) || height() < TallFrom;
    const int gap = m_compact ? 8 : 12;
    const int margin = m_compact ? 8 : 16;
    m_column->setContentsMargins(margin, 0, margin, margin);
    m_columns->setSpacing(gap);
    m_header->setCompact(m_compact);
    m_list->setCompact(m_compact);
    m_panel->setCompact(m_compact);
    m_saveWide->setVisible(!m_compact || m_helperView);
    m_saveNarrow->setVisible(m_compact);
    m_list->setVisible(!m_helperView);

    // The field keeps its room first, then the list; the body is as narrow as the rest needs.
    const int room = width() - 2 * margin - 2 * gap;
    const int list = m_compact ? theme.px(312) : 392;
    const int widest = m_compact ? 248 : 360;
    const int field = m_compact ? 340 : 320;
    const int body = m_helperView ? widest : std::clamp(room - list - field, 180, widest);
    m_body->setFixedWidth(body);
    m_list->setFixedWidth(std::min(list, std::max(240, room - body - field)));
}

void MeasuringPage::setClient(const QString &name, const QString &number)
{
    m_header->setClient(name, number);
}

void MeasuringPage::setPerson(const QString &genderForFit, bool child)
{
    m_body->setBody(Croquis::bodyFor(genderForFit, child));
}

void MeasuringPage::setTemplates(std::vector<TemplateChoice> choices, const QString &currentKey)
{
    m_header->setTemplates(std::move(choices), currentKey);
}

void MeasuringPage::setFields(std::vector<MeasureField> fields)
{
    m_fields = std::move(fields);
    m_current.clear();
    std::vector<BodyTape> tapes;
    for (size_t i = 0; i < m_fields.size(); ++i)
        tapes.push_back({m_fields[i].code, int(i) + 1, m_fields[i].name});
    m_body->setCodes(std::move(tapes));
    refreshAllRows();
    const auto first = std::find_if(m_fields.begin(), m_fields.end(),
                                    [](const MeasureField &f) { return f.state == FieldState::Empty; });
    if (!m_fields.empty())
        setCurrent(first == m_fields.end() ? m_fields.front().code : first->code);
    m_panel->setEnabled(!m_fields.empty());
}

void MeasuringPage::setField(const MeasureField &field)
{
    MeasureField *old = find(field.code);
    if (!old)
        return;
    *old = field;
    refreshRow(field.code);
    if (field.code == m_current)
        refreshFieldPanel();
}

MeasureField *MeasuringPage::find(const QString &code)
{
    const int index = indexOf(code);
    return index < 0 ? nullptr : &m_fields[size_t(index)];
}

int MeasuringPage::indexOf(const QString &code) const
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].code == code)
            return int(i);
    }
    return -1;
}

MeasureRow MeasuringPage::rowOf(size_t index) const
{
    const MeasureField &f = m_fields[index];
    MeasureRow row{f.code,
                   int(index) + 1,
                   f.name,
                   f.today.isEmpty() ? QString() : shownInTable(f, f.today, m_unit),
                   f.earlier.empty() ? QString() : shownInTable(f, f.earlier.front().value, m_unit),
                   f.state,
                   f.flagged,
                   f.paired};
    row.required = f.required;
    row.words = f.dimension == MeasurementDimension::Words;
    row.fit = fitText(f.fit, m_unit);
    if (index == 0 ? f.section != m_fields.back().section : f.section != m_fields[index - 1].section)
        row.heading = f.section; // one section for all is no heading
    if (f.code == m_current)
        addTyping(row, f);
    return row;
}

//! What is being typed is in its row at once, and has no tick before it is read; a pair shows its values when they are.
void MeasuringPage::addTyping(MeasureRow &row, const MeasureField &field) const
{
    const ValueField &value = *m_panel->value();
    row.unread = field.paired ? value.isUnread(BodySide::Left) || value.isUnread(BodySide::Right)
                              : value.isUnread(BodySide::Both);
    row.unreadable = row.unread && !value.errorText().isEmpty();
    if (row.unread && !field.paired)
        row.todayText = value.text(BodySide::Both).trimmed();
}

void MeasuringPage::refreshAllRows()
{
    std::vector<MeasureRow> rows;
    for (size_t i = 0; i < m_fields.size(); ++i)
        rows.push_back(rowOf(i));
    m_list->model()->setRows(std::move(rows));
    m_list->setCurrent(m_current);
}

void MeasuringPage::refreshRow(const QString &code)
{
    const int index = indexOf(code);
    if (index >= 0)
        m_list->model()->setRow(rowOf(size_t(index)));
}

void MeasuringPage::setCurrent(const QString &code)
{
    if (code == m_current || indexOf(code) < 0)
        return;
    const QString left = std::exchange(m_current, code);
    m_list->setCurrent(code);
    m_body->setCurrent(code);
    fillValue();
    refreshRow(left);
    refreshFieldPanel();
    Q_EMIT currentChanged(code);
}

void MeasuringPage::goTo(const QString &code)
{
    if (m_panel->value()->commit() && m_panel->fit()->commit())
        setCurrent(code);
    else
        m_list->setCurrent(m_current); // what cannot be read is put right first
}

void MeasuringPage::setUnits(const std::vector<LengthUnit> &units)
{
    m_header->setUnits(units);
    m_header->setUnit(m_unit);
}

void MeasuringPage::chooseUnit(LengthUnit unit)
{
    setUnit(unit);
    Q_EMIT unitChanged(unit);
}

void MeasuringPage::addHidden(QMenu *menu)
{
    m_header->addPosturesTo(menu);
}

QMenu *MeasuringPage::moreMenu()
{
    return m_header->moreMenu();
}

void MeasuringPage::setFractionDenominator(int denominator)
{
    m_denominator = denominator;
    m_panel->value()->setFractionDenominator(denominator);
}

void MeasuringPage::setPosture(const QString &code)
{
    m_header->setPosture(code);
}

void MeasuringPage::setDraftState(const QString &sentence)
{
    m_header->setDraftState(sentence);
}

void MeasuringPage::setLastVisit(const QString &day, const QString &shortDay, const QString &month)
{
    m_month = month;
    m_list->setLastVisit(day, shortDay);
    refreshScale();
}

void MeasuringPage::setKeptWords(const QString &words)
{
    m_list->setKeptWords(words);
}

void MeasuringPage::setNotice(QWidget *notice)
{
    m_panel->setNotice(notice);
}

void MeasuringPage::focusValue()
{
    m_panel->value()->focusValue();
}

ValueField *MeasuringPage::valueField()
{
    return m_panel->value();
}

void MeasuringPage::setHelperView(bool on)
{
    m_helperView = on;
    m_header->setHelperView(on);
    m_panel->setHelperView(on);
    layOut();
    focusValue();
}

void MeasuringPage::save()
{
    if (m_panel->value()->commit() && m_panel->fit()->commit())
        Q_EMIT saveRequested();
    else
        Q_EMIT saveHeld(m_current);
}

void MeasuringPage::toggleHelperView()
{
    setHelperView(!m_helperView);
}

void MeasuringPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F11 || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    toggleHelperView(); // without a window around it that owns the key
}

bool MeasuringPage::leaveHelperView()
{
    if (!m_helperView)
        return false;
    setHelperView(false);
    return true;
}

} // namespace thimblely::ui
