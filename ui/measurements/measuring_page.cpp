// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measuring_page.h"

#include "ui/measurements/body_view.h"
#include "ui/measurements/field_panel.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/scale_strip.h"
#include "ui/measurements/value_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QAbstractButton>
#include <QApplication>
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
    connect(value, &ValueField::nextRequested, this, [this] { move(1); });
    connect(value, &ValueField::previousRequested, this, [this] { move(-1); });
    connect(value, &ValueField::edited, this, [this](BodySide side, const QString &text) {
        m_side = side;
        refreshRow(m_current);
        refreshScale();
        refreshHint();
        Q_EMIT typing(m_current, side, text);
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
    // Ctrl+S and Escape are the window's alone: two owners of one key make it ambiguous, and neither gets it.
    auto *helper = new QShortcut(QKeySequence(Qt::Key_F11), this);
    helper->setContext(Qt::WidgetWithChildrenShortcut);
    connect(helper, &QShortcut::activated, this, [this] { setHelperView(!m_helperView); });
}

void MeasuringPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
}

void MeasuringPage::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QWidget::hideEvent(event);
}

bool MeasuringPage::isStray(const QObject *watched, const QKeyEvent &event) const
{
    static const QString figures = QStringLiteral("0123456789/.,\"");
    if (event.text().size() != 1 || !figures.contains(event.text()))
        return false;
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    const auto *target = qobject_cast<const QWidget *>(watched);
    if (!target || target->window() != window() || QApplication::activePopupWidget() || !m_panel->isEnabled())
        return false;
    // Another screen's button may have the keyboard still; what is laid over the page keeps its own keys.
    const bool here = target == window() || isAncestorOf(target) || qobject_cast<const QAbstractButton *>(target);
    return here && !target->inputMethodQuery(Qt::ImEnabled).toBool();
}

bool MeasuringPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if ((override || event->type() == QEvent::KeyPress) && isStray(watched, *static_cast<QKeyEvent *>(event))) {
        if (override) { // not "/" of the search: the key itself comes next
            event->accept();
            return true;
        }
        m_panel->value()->resume();
        QCoreApplication::sendEvent(window()->focusWidget(), event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
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

void MeasuringPage::setGenderForFit(const QString &genderForFit)
{
    m_body->setBody(Croquis::bodyFor(genderForFit));
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
    // What is being typed is in its row at once; a pair shows its values when they are read.
    const QString typing = f.code == m_current && !f.paired ? m_panel->value()->text(BodySide::Both) : QString();
    return {f.code,
            int(index) + 1,
            f.name,
            !typing.isEmpty()   ? typing
            : f.today.isEmpty() ? QString()
                                : shown(f.today, f.paired, m_unit),
            f.earlier.empty() ? QString() : shown(f.earlier.front().value, f.paired, m_unit),
            f.state,
            f.flagged,
            f.paired};
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
    if (m_panel->value()->commit())
        setCurrent(code);
    else
        m_list->setCurrent(m_current); // what cannot be read is put right first
}

void MeasuringPage::move(int by)
{
    const MeasureField *here = find(m_current);
    if (by > 0 && here && here->flagged) {
        focusValue(); // a doubt is answered first: + or =
        return;
    }
    const int to = indexOf(m_current) + by;
    if (to >= 0 && to < int(m_fields.size())) {
        setCurrent(m_fields[size_t(to)].code);
        focusValue();
    } else if (by > 0) {
        (m_compact ? m_saveNarrow : m_saveWide)->setFocus(Qt::TabFocusReason);
    }
}

void MeasuringPage::fillValue()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ValueField *value = m_panel->value();
    value->setPaired(field->paired);
    m_side = field->paired ? BodySide::Left : BodySide::Both;
    const std::vector<BodySide> sides =
        field->paired ? std::vector{BodySide::Left, BodySide::Right} : std::vector{BodySide::Both};
    for (const BodySide side : sides) {
        const auto &now = field->today.side(side);
        const std::optional<TypedLength> last =
            field->earlier.empty() ? std::nullopt : field->earlier.front().value.side(side);
        value->setPlaceholder(side, last ? shown(*last, m_unit) : QString());
        value->setText(side, now ? shown(*now, m_unit) : QString());
    }
    if (!field->paired)
        value->setText(BodySide::Right, {});
}

void MeasuringPage::refreshFieldPanel()
{
    const int index = indexOf(m_current);
    if (index < 0)
        return;
    QStringList next;
    for (size_t i = size_t(index) + 1; i < m_fields.size() && next.size() < 2; ++i)
        next += m_fields[i].name;
    m_panel->setField(m_fields[size_t(index)], index + 1, int(m_fields.size()), next, m_unit);
    refreshScale();
    refreshHint();
}

void MeasuringPage::refreshScale()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ScaleMarks marks;
    const auto typed = TypedLength::parse(m_panel->value()->text(m_side), m_unit, m_denominator);
    if (typed.ok()) {
        marks.typed = typed->value;
        marks.typedText = typed->text;
    }
    marks.typedFlagged = field->flagged;
    if (!field->earlier.empty()) {
        const auto &last = field->earlier.front().value.side(m_side);
        if (last)
            marks.last = last->value;
    }
    marks.lastWhen = m_month;
    marks.likely = field->likely;
    marks.usual = field->usual;
    m_panel->scale()->setUnit(m_unit);
    m_panel->scale()->setMarks(marks);
}

void MeasuringPage::refreshHint()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ValueField *value = m_panel->value();
    const auto typed = TypedLength::parse(value->text(m_side), m_unit, m_denominator);
    QString hint = typed.ok() ? rangeHintText(*field, *typed) : QString();
    if (field->flagged) {
        hint = tr("Enter waits until you choose");
    } else if (hint.isEmpty()) {
        const bool canKeep = value->text(m_side).isEmpty() && field->today.isEmpty() && !field->earlier.empty();
        hint = canKeep ? tr("%1, Enter keeps it", "day of the last visit").arg(field->earlier.front().when)
                       : tr("Enter = next");
    }
    value->setHint(hint);
}

void MeasuringPage::takeValue(BodySide side, const TypedLength &value)
{
    MeasureField *field = find(m_current);
    if (!field)
        return;
    field->today.side(side) = value;
    field->state = FieldState::Measured;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
    Q_EMIT valueCommitted(m_current, side, value);
}

void MeasuringPage::clearValue(BodySide side)
{
    MeasureField *field = find(m_current);
    if (!field)
        return;
    field->today.side(side).reset();
    if (field->today.isEmpty())
        field->state = FieldState::Empty;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
    Q_EMIT valueCleared(m_current, side);
}

void MeasuringPage::keepLast()
{
    MeasureField *field = find(m_current);
    if (!field || field->earlier.empty() || !field->today.isEmpty())
        return;
    field->today = field->earlier.front().value;
    field->state = FieldState::Kept;
    refreshRow(m_current);
    Q_EMIT valueKept(m_current);
}

void MeasuringPage::setUnits(const std::vector<LengthUnit> &units)
{
    m_header->setUnits(units);
    m_header->setUnit(m_unit);
}

void MeasuringPage::setUnit(LengthUnit unit)
{
    if (unit == m_unit)
        return;
    // What is stored is shown converted; what is being typed stays, to be read in the new unit.
    ValueField *value = m_panel->value();
    const MeasureField *field = find(m_current);
    const std::vector<BodySide> sides =
        value->isPaired() ? std::vector{BodySide::Left, BodySide::Right} : std::vector{BodySide::Both};
    std::vector<std::pair<BodySide, QString>> typed;
    for (const BodySide side : sides) {
        const QString text = value->text(side);
        const bool stored =
            !field || text == (field->today.side(side) ? shown(*field->today.side(side), m_unit) : QString());
        if (!stored)
            typed.emplace_back(side, text);
    }
    m_unit = unit;
    m_header->setUnit(unit);
    m_list->setUnit(unit);
    value->setUnit(unit);
    fillValue();
    for (const auto &[side, text] : typed)
        setTypedText(side, text);
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_list->model()->setRow(rowOf(i));
    refreshFieldPanel();
}

void MeasuringPage::chooseUnit(LengthUnit unit)
{
    setUnit(unit);
    Q_EMIT unitChanged(unit);
}

void MeasuringPage::setTypedText(BodySide side, const QString &text)
{
    m_panel->value()->setTypedText(side, text);
    m_side = side;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
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
    if (m_panel->value()->commit())
        Q_EMIT saveRequested();
    else
        Q_EMIT saveHeld(m_current);
}

bool MeasuringPage::leaveHelperView()
{
    if (!m_helperView)
        return false;
    setHelperView(false);
    return true;
}

} // namespace thimblely::ui
