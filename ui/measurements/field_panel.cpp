// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/field_panel.h"

#include "ui/measurements/doubt_box.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/reason_box.h"
#include "ui/measurements/scale_strip.h"
#include "ui/measurements/value_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace thimblely::ui {

FieldPanel::FieldPanel(QWidget *parent)
    : Panel(parent), m_column(new QVBoxLayout(this)), m_name(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_also(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_position(new Label(TextStyle::Body, Role::Muted, {}, this)), m_value(new ValueField(this)),
      m_scale(new ScaleStrip(this)), m_noticePlace(new QVBoxLayout), m_facts(new QGridLayout),
      m_history(new HistoryLine(this)), m_fitLabel(new Label(TextStyle::Body, Role::Muted, tr("Fit"), this)),
      m_fit(new FitEdit(this)), m_tapeLabel(new Label(TextStyle::Body, Role::Muted, tr("Tape"), this)),
      m_tape(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_beforeLabel(new Label(TextStyle::Body, Role::Muted, tr("Before"), this)),
      m_before(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_nextLabel(new Label(TextStyle::Body, Role::Muted, tr("Next"), this)),
      m_next(new Label(TextStyle::Body, Role::Text, {}, this))
{
    auto *title = new QHBoxLayout;
    title->setSpacing(12);
    title->addWidget(m_name);
    title->addWidget(m_also, 1);
    title->addWidget(m_position);
    m_name->setElided(true);
    m_also->setElided(true);
    m_tape->setWordWrap(true);
    m_next->setElided(true);
    m_before->setTextFormat(Qt::RichText);

    m_facts->setHorizontalSpacing(8);
    int row = 0;
    m_fitLabel->setToolTip(tr("By how much this garment is cut longer or shorter than the body"));
    m_facts->addWidget(m_fitLabel, row, 0, Qt::AlignVCenter);
    m_facts->addWidget(m_fit, row++, 1);
    for (const auto &[label, text] :
         {std::pair{m_tapeLabel, m_tape}, {m_beforeLabel, m_before}, {m_nextLabel, m_next}}) {
        m_facts->addWidget(label, row, 0, label == m_nextLabel ? Qt::AlignVCenter : Qt::AlignTop);
        m_facts->addWidget(text, row++, 1, Qt::AlignTop);
    }
    m_facts->setColumnStretch(1, 1);

    m_column->addLayout(title);
    m_column->addWidget(m_value);
    m_column->addWidget(m_scale);
    m_column->addLayout(m_noticePlace);
    m_column->addStretch(1);
    m_column->addWidget(m_history);
    m_column->addStretch(1);
    m_column->addLayout(m_facts);
    connect(&Theme::instance(), &Theme::changed, this, &FieldPanel::restyle);
    restyle();
}

void FieldPanel::restyle()
{
    const Theme &theme = Theme::instance();
    const int side = m_compact ? 16 : 24;
    m_column->setContentsMargins(side - 1, m_compact ? 12 : 20, side - 1, m_compact ? 10 : 20);
    m_column->setSpacing(0);
    m_name->setTextStyle(m_helperView ? TextStyle::Measured : TextStyle::Heading);
    m_next->setTextStyle(m_helperView ? TextStyle::Total : TextStyle::Body);
    m_name->setContentsMargins(0, 0, 0, 0);
    m_value->setContentsMargins(0, m_compact ? 8 : 16, 0, 0);
    m_noticePlace->setContentsMargins(0, m_compact ? 12 : 16, 0, 0);
    m_facts->setColumnMinimumWidth(0, theme.px(m_compact ? 36 : 48));
    m_facts->setVerticalSpacing(m_compact ? 3 : 7);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_value->setCompact(m_compact);
    if (auto *doubt = qobject_cast<DoubtBox *>(m_notice))
        doubt->setBrief(m_compact && theme.textSizePercent() > 110);
    m_beforeLabel->setVisible(!m_compact && !m_earlier.empty());
    m_before->setVisible(!m_compact && !m_earlier.empty());
    refreshBefore();
    refreshRoom();
}

//! Where a question is asked, or the panel is low, the question comes first.
void FieldPanel::refreshRoom()
{
    const bool room = !m_notice && !m_helperView;
    const bool roomForFit = m_fits && !m_helperView && (!m_compact || room);
    const bool roomForTape = !m_tape->text().isEmpty() && !(m_compact && m_notice);
    m_tapeLabel->setVisible(roomForTape);
    m_tape->setVisible(roomForTape);
    m_fitLabel->setVisible(roomForFit);
    m_fit->setVisible(roomForFit);
    m_scale->setVisible(m_scaleWanted && !(m_compact && qobject_cast<ReasonBox *>(m_notice)));
    m_history->setVisible(room && !m_compact && m_history->points().size() > 1);
}

void FieldPanel::setScaleWanted(bool wanted)
{
    m_scaleWanted = wanted;
    refreshRoom();
}

void FieldPanel::setHistory(const QString &name, std::vector<HistoryPoint> points)
{
    m_history->setPoints(name, std::move(points));
    refreshRoom();
}

void FieldPanel::setField(const MeasureField &field, int number, int count, const QStringList &next, LengthUnit unit)
{
    m_name->setText(field.name);
    m_also->setText(field.alsoKnownAs.isEmpty() ? QString() : tr("also: %1").arg(field.alsoKnownAs));
    m_position->setText(tr("%1 / %2", "field and number of fields").arg(number).arg(count));
    m_position->setAccessibleName(tr("Field %1 of %2").arg(number).arg(count));
    m_tape->setText(field.howTo);
    m_next->setText(next.join(QStringLiteral(" · ")));
    m_nextLabel->setVisible(!next.isEmpty());
    m_next->setVisible(!next.isEmpty());
    m_earlier = field.earlier;
    m_paired = field.paired;
    m_unit = unit;
    m_fits = field.dimension == MeasurementDimension::Length && field.kind == MeasurementKind::Body;
    m_fit->setField(field);
    restyle();
}

void FieldPanel::refreshBefore()
{
    constexpr size_t Most = 2;
    const QString muted = Theme::instance().color(Role::Muted).name();
    QStringList parts;
    for (size_t i = 0; i < std::min(Most, m_earlier.size()); ++i) {
        parts += QStringLiteral("<span style=\"font-weight:600\">%1</span> <span style=\"color:%2\">%3</span>")
                     .arg(shown(m_earlier[i].value, m_paired, m_unit).toHtmlEscaped(), muted,
                          m_earlier[i].when.toHtmlEscaped());
    }
    m_before->setText(parts.join(QStringLiteral("&nbsp;&nbsp; ")));
}

void FieldPanel::setNotice(QWidget *notice)
{
    delete m_notice;
    m_notice = notice;
    if (notice)
        m_noticePlace->addWidget(notice);
    restyle();
}

void FieldPanel::setFooterAction(QWidget *action)
{
    m_column->addSpacing(15);
    m_column->addWidget(action);
}

void FieldPanel::setCompact(bool compact)
{
    m_compact = compact;
    restyle();
}

void FieldPanel::setHelperView(bool on)
{
    m_helperView = on;
    restyle();
}

} // namespace thimblely::ui
